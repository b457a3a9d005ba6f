import { handOverComplaintRoute } from '@/lib/server/http/routes/mails';

export const POST = handOverComplaintRoute.handler;
