import { changeReceiverRoute, removeReceiverRoute } from '@/lib/server/http/routes/receivers';

export const PATCH = changeReceiverRoute.handler;
export const DELETE = removeReceiverRoute.handler;
