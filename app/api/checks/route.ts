import { listChecksRoute, startCheckRoute } from '@/lib/server/http/routes/checks';

export const GET = listChecksRoute.handler;
export const POST = startCheckRoute.handler;
