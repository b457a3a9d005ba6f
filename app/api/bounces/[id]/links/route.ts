import { mailLinkRoutes } from '@/lib/server/http/routes/shares';

export const GET = mailLinkRoutes.list.handler;
export const POST = mailLinkRoutes.make.handler;
