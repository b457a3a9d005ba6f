'use client';

import { useSyncExternalStore } from 'react';
import { showAgo, showMoment, showUtc } from '@/lib/show/moment';

const never = (): (() => void) => () => undefined;

interface LocalTimeProps {
  iso: string;
  /** How long ago it was, for lists of what was seen. */
  ago?: boolean;
}

/** A moment in the reader's zone, with UTC on hover. The server, which knows no zone and no reader's clock, writes UTC. */
export function LocalTime({ iso, ago = false }: LocalTimeProps) {
  const text = useSyncExternalStore(
    never,
    () => (ago ? showAgo(iso, Date.now()) : showMoment(iso)),
    () => `${showMoment(iso, 'UTC')} UTC`,
  );
  return (
    <time
      dateTime={iso}
      title={`${showUtc(iso)} UTC`}
      data-ago={ago ? '' : undefined}
      className="whitespace-nowrap tabular-nums"
    >
      {text}
    </time>
  );
}
