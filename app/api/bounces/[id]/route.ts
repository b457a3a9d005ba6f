import { getBounceRoute } from '@/lib/server/http/routes/mails';
import { removeBounceRoute } from '@/lib/server/http/routes/removals';

export const GET = getBounceRoute.handler;
export const DELETE = removeBounceRoute.handler;
