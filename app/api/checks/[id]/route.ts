import { getReportRoute } from '@/lib/server/http/routes/checks';
import { removeCheckRoute } from '@/lib/server/http/routes/removals';

export const GET = getReportRoute.handler;
export const DELETE = removeCheckRoute.handler;
