import { compareRoute } from '@/lib/server/http/routes/compare';

export const GET = compareRoute.handler;
