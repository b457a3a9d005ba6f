import { listNotesRoute, writeNoteRoute } from '@/lib/server/http/routes/notes';

export const GET = listNotesRoute.handler;
export const POST = writeNoteRoute.handler;
