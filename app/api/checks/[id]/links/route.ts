import { checkLinkRoutes } from '@/lib/server/http/routes/shares';

export const GET = checkLinkRoutes.list.handler;
export const POST = checkLinkRoutes.make.handler;
