'use client';

import { useSyncExternalStore } from 'react';
import { showMoment, showUtc } from '@/lib/show/moment';

const never = (): (() => void) => () => undefined;

/** A moment in the reader's zone, with UTC on hover. The server, which knows no zone, writes UTC. */
export function LocalTime({ iso }: { iso: string }) {
  const text = useSyncExternalStore(
    never,
    () => showMoment(iso),
    () => `${showMoment(iso, 'UTC')} UTC`,
  );
  return (
    <time dateTime={iso} title={`${showUtc(iso)} UTC`} className="whitespace-nowrap tabular-nums">
      {text}
    </time>
  );
}
