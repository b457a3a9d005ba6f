import { readEvent as readDocument } from '@/lib/report/document';
import type { CheckEvent, EventDocument } from '@/lib/report/event';

/** Every type of event: the stream names its events, and a browser hears only names that it listens for. */
const HEARD: Readonly<Record<CheckEvent['type'], true>> = {
  started: true,
  'dns.step': true,
  fact: true,
  'session.opened': true,
  'session.turn': true,
  'smtp.line': true,
  tls: true,
  'session.closed': true,
  capture: true,
  limit: true,
  judged: true,
  done: true,
};

export const EVENT_TYPES: readonly string[] = Object.keys(HEARD);

/**
 * One event out of the data of a server-sent event; null when it is none. The cast is sound because the stream is
 * our own, from the same origin and version, written from values that TypeScript knows as EventDocument; to carry the
 * whole schema to the browser for a second look would cost more than the page.
 */
export function readEvent(data: string): CheckEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    return isNumberedEvent(value) ? readDocument(value as EventDocument) : null;
  } catch {
    return null;
  }
}

function isNumberedEvent(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seq' in value &&
    typeof value.seq === 'number' &&
    'type' in value &&
    EVENT_TYPES.some((type) => type === value.type)
  );
}
