import { removeDomainRoute } from '@/lib/server/http/routes/removals';

export const DELETE = removeDomainRoute.handler;
