import { stopCheckRoute } from '@/lib/server/http/routes/checks';

export const POST = stopCheckRoute.handler;
