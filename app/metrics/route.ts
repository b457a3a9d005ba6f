import { metricsRoute } from '@/lib/server/http/routes/metrics';

export const GET = metricsRoute.handler;
