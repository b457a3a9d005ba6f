import { endShareRoute } from '@/lib/server/http/routes/shares';

export const DELETE = endShareRoute.handler;
