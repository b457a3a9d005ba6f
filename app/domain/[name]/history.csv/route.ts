import { historyCsvRoute } from '@/lib/server/http/routes/history';

export const GET = historyCsvRoute.handler;
