import { batchDifferencesRoute } from '@/lib/server/http/routes/batches';

export const GET = batchDifferencesRoute.handler;
