import { eventStream, STREAM_HEADERS } from '@/lib/server/http/event-stream';
import { route } from '@/lib/server/http/route';
import { noSuchCheck } from '@/lib/server/verbs/stop-check';
import { streamEvents } from '@/lib/server/verbs/stream-events';

export const GET = route<{ id: string }>(async (request, { id }) => {
  const events = await streamEvents(id, lastSeen(request));
  if (events === null) throw noSuchCheck();
  return new Response(eventStream(events), { headers: STREAM_HEADERS });
});

/** The header outranks the query: a browser that comes back sends it, and has the query of its first try. */
function lastSeen(request: Request): number {
  const text = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
