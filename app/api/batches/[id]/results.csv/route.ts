import { batchCsvRoute } from '@/lib/server/http/routes/batches';

export const GET = batchCsvRoute.handler;
