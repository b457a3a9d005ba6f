import { readMessageRoute } from '@/lib/server/http/routes/messages';

export const POST = readMessageRoute.handler;
