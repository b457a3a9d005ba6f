import { getMessageRoute } from '@/lib/server/http/routes/mails';

export const GET = getMessageRoute.handler;
