import { listBatchesRoute, startBatchRoute } from '@/lib/server/http/routes/batches';

export const GET = listBatchesRoute.handler;
export const POST = startBatchRoute.handler;
