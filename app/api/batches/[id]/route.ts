import { changeBatchRoute, readBatchRoute, removeBatchRoute } from '@/lib/server/http/routes/batches';

export const GET = readBatchRoute.handler;
export const PATCH = changeBatchRoute.handler;
export const DELETE = removeBatchRoute.handler;
