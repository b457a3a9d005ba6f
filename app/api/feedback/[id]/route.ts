import { getComplaintRoute } from '@/lib/server/http/routes/mails';
import { removeComplaintRoute } from '@/lib/server/http/routes/removals';

export const GET = getComplaintRoute.handler;
export const DELETE = removeComplaintRoute.handler;
