import { addReceiverRoute, listReceiversRoute } from '@/lib/server/http/routes/receivers';

export const GET = listReceiversRoute.handler;
export const POST = addReceiverRoute.handler;
