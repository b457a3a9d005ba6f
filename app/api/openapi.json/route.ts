import { openApiRoute } from '@/lib/server/http/routes/all';

export const GET = openApiRoute.handler;
