import { listWatchesRoute, startWatchRoute } from '@/lib/server/http/routes/watches';

export const GET = listWatchesRoute.handler;
export const POST = startWatchRoute.handler;
