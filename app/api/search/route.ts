import { searchRoute } from '@/lib/server/http/routes/notes';

export const GET = searchRoute.handler;
