import { readAgainRoute } from '@/lib/server/http/routes/mails';

export const POST = readAgainRoute.handler;
