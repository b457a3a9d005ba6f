import type { CheckEvent } from '@/lib/report/event';

/** Every type of event; the stream may name its events or leave them unnamed. */
export const EVENT_TYPES: readonly CheckEvent['type'][] = [
  'started',
  'dns.step',
  'zone',
  'route',
  'resolver',
  'reverse',
  'session.opened',
  'session.turn',
  'smtp.line',
  'tls',
  'session.closed',
  'limit',
  'judged',
  'done',
];

/**
 * One event out of the data of a server-sent event; null when it is none. The cast is sound because the stream is
 * our own, from the same origin and version, written from values that TypeScript knows as CheckEvent; to carry the
 * whole schema to the browser for a second look would cost more than the page.
 */
export function readEvent(data: string): CheckEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    return isNumberedEvent(value) ? (value as CheckEvent) : null;
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
