import { getReportRoute } from '@/lib/server/http/routes/checks';

export const GET = getReportRoute.handler;
