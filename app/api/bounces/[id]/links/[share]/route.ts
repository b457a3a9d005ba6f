import { mailLinkRoutes } from '@/lib/server/http/routes/shares';

export const DELETE = mailLinkRoutes.end.handler;
