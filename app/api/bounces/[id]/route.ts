import { getBounceRoute } from '@/lib/server/http/routes/mails';

export const GET = getBounceRoute.handler;
