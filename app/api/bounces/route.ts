import { handOverBounceRoute } from '@/lib/server/http/routes/mails';

export const POST = handOverBounceRoute.handler;
