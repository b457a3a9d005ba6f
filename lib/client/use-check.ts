import { useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CheckEvent } from '@/lib/report/event';
import type { Report } from '@/lib/report/report';
import { checkKey, eventsUrl, fetchReport } from './api';
import { applyEvents, newerReport } from './apply-events';
import { EVENT_TYPES, readEvent } from './read-event';

export type Connection = 'open' | 'lost';

/** Events are gathered this long before the page is drawn again. A timer runs in hidden tabs, too. */
const DRAW_EVERY_MS = 60;
/** A stream that the server closed for good is opened again after this. */
const REOPEN_AFTER_MS = 2_000;
/** The place in the queue is no event, so it is asked for. */
const QUEUE_POLL_MS = 2_000;

/**
 * Follows a check: the report as it is now, and whether the stream is open. Ends by itself with the check; goes on
 * by itself after a lost connection, from the last event seen.
 */
export function useCheck(initial: Report): { report: Report; connection: Connection } {
  const { id } = initial;
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('open');
  const { data: report } = useQuery({
    queryKey: checkKey(id),
    queryFn: async ({ signal }) =>
      newerReport(client.getQueryData<Report>(checkKey(id)), await fetchReport(id, signal)),
    initialData: initial,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.status === 'queued' ? QUEUE_POLL_MS : false),
    refetchOnWindowFocus: false,
  });
  const isOver = report.status !== 'queued' && report.status !== 'running';

  useEffect(() => {
    if (isOver) return undefined;
    const draw = (events: CheckEvent[]): void => {
      client.setQueryData<Report>(checkKey(id), (known) => known && applyEvents(known, events));
    };
    const seen = (): number => client.getQueryData<Report>(checkKey(id))?.seq ?? 0;
    return followEvents(id, seen, draw, setConnection);
  }, [client, id, isOver]);

  return { report, connection };
}

/** Opens the stream and keeps it open until the returned function is called. */
function followEvents(
  id: string,
  seen: () => number,
  draw: (events: CheckEvent[]) => void,
  tell: (connection: Connection) => void,
): () => void {
  let source: EventSource | null = null;
  let waiting: CheckEvent[] = [];
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    drawing = undefined;
    const events = waiting;
    waiting = [];
    draw(events);
  };
  const hear = ({ data }: MessageEvent<string>): void => {
    const event = readEvent(data);
    if (!event) return;
    waiting.push(event);
    if (event.type === 'done') source?.close();
    drawing ??= setTimeout(flush, DRAW_EVERY_MS);
  };
  const open = (): void => {
    const opened = new EventSource(eventsUrl(id, seen()));
    source = opened;
    opened.onopen = () => tell('open');
    opened.onerror = () => {
      tell('lost');
      if (opened.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_AFTER_MS);
    };
    opened.onmessage = hear;
    for (const type of EVENT_TYPES) opened.addEventListener(type, hear);
  };

  open();
  return () => {
    source?.close();
    clearTimeout(drawing);
    clearTimeout(reopening);
  };
}
