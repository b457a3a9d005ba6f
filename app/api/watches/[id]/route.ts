import { changeWatchRoute, endWatchRoute, readWatchRoute } from '@/lib/server/http/routes/watches';

export const GET = readWatchRoute.handler;
export const PATCH = changeWatchRoute.handler;
export const DELETE = endWatchRoute.handler;
