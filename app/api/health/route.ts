import { healthRoute } from '@/lib/server/http/routes/service';

export const GET = healthRoute.handler;
