import { verifyRoute } from '@/lib/server/http/routes/verify';

export const POST = verifyRoute.handler;
