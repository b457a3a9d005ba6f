import { stopRetestRoute } from '@/lib/server/http/routes/retests';

export const POST = stopRetestRoute.handler;
