import { checkLinkRoutes } from '@/lib/server/http/routes/shares';

export const DELETE = checkLinkRoutes.end.handler;
