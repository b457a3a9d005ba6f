import { explainRoute } from '@/lib/server/http/routes/service';

export const POST = explainRoute.handler;
