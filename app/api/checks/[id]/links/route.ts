import { listSharesRoute, makeShareRoute } from '@/lib/server/http/routes/shares';

export const GET = listSharesRoute.handler;
export const POST = makeShareRoute.handler;
