import { getRetestRoute, askRetestRoute } from '@/lib/server/http/routes/retests';

export const GET = getRetestRoute.handler;
export const POST = askRetestRoute.handler;
