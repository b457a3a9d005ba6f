import { z } from 'zod';
import { env } from '../config/env';
import type { Arrival } from '../front/arrival';
import { ARRIVAL_HEADER, DRAW_HEADER, readOwnValue } from '../front/own-header';
import { Caller } from '../verbs/caller';
import { rightsOf } from './rights-of';

/** Somebody of whom our server says nothing, as when Next is started without it. */
const UNKNOWN: Arrival = { address: 'unknown', isLocal: false, user: null };

/** For whom a page is drawn, and the key of its drawing (`drawings.ts`). */
export const Drawn = z.object({ caller: Caller, key: z.string() });
export type Drawn = z.infer<typeof Drawn>;

/** Null for a request that is no drawing of ours. */
export function drawnFor(headers: Pick<Headers, 'get'>): Drawn | null {
  return Drawn.safeParse(readOwnValue(headers.get(DRAW_HEADER))).data ?? null;
}

/** Whoever has sent a request with these headers; while a page is drawn, whom it is drawn for. */
export function callerOf(headers: Pick<Headers, 'get'>): Caller {
  const drawn = drawnFor(headers);
  if (drawn !== null) return drawn.caller;
  const arrival = (readOwnValue(headers.get(ARRIVAL_HEADER)) ?? UNKNOWN) as Arrival;
  const rights = new Set(rightsOf(arrival, env().access));
  if (arrival.isMonitor === true) rights.add('read-metrics');
  return { who: arrival.user, ip: arrival.address, rights: [...rights] };
}
