import { getComplaintRoute } from '@/lib/server/http/routes/mails';

export const GET = getComplaintRoute.handler;
