import { stopBatchRoute } from '@/lib/server/http/routes/batches';

export const POST = stopBatchRoute.handler;
