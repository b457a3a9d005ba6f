import { batchTargetsRoute } from '@/lib/server/http/routes/batches';

export const GET = batchTargetsRoute.handler;
