import { streamEventsRoute } from '@/lib/server/http/routes/checks';

export const GET = streamEventsRoute.handler;
