import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { bearerIn, hashOf } from '../accounts/one-time';
import { env } from '../config/env';
import type { Services } from '../engine/services';
import type { Arrival } from '../front/arrival';
import { ARRIVAL_HEADER, DRAW_HEADER, readOwnValue } from '../front/own-header';
import { Caller } from '../verbs/caller';
import { rightsOf, rightsOfToken } from './rights-of';
import { services } from './shared-services';

/** Somebody of whom our server says nothing, as when Next is started without it. */
const UNKNOWN: Arrival = { address: 'unknown', isLocal: false, user: null };

/** For whom a page is drawn, and the key of its drawing (`drawings.ts`). */
export const Drawn = z.object({ caller: Caller, key: z.string() });
export type Drawn = z.infer<typeof Drawn>;

type Asked = Pick<Headers, 'get'>;

/** Null for a request that is no drawing of ours. */
export function drawnFor(headers: Asked): Drawn | null {
  return Drawn.safeParse(readOwnValue(headers.get(DRAW_HEADER))).data ?? null;
}

/** How a request with these headers has come. */
export function arrivalOf(headers: Asked): Arrival {
  return (readOwnValue(headers.get(ARRIVAL_HEADER)) ?? UNKNOWN) as Arrival;
}

/**
 * Whoever has sent a request with these headers; while a page is drawn, whom it is drawn for. Throws `token-unknown` for a token
 * that is none, so that no program takes itself for let in.
 */
export async function callerOf(headers: Asked): Promise<Caller> {
  const drawn = drawnFor(headers);
  if (drawn !== null) return drawn.caller;
  const arrival = arrivalOf(headers);
  const { store, accounts } = await services();
  const token = bearerIn(headers.get('authorization'));
  if (token !== null) return programOf(token, arrival, store);
  const known = await accounts.known(cookieOf(headers));
  const proxied = arrival.user === null ? null : { name: arrival.user, role: null };
  const person = known === null ? proxied : { name: known.email, role: known.role };
  const rights = rightsOf(person, arrival, { ...env().access, way: accounts.way() });
  return {
    who: person?.name ?? null,
    account: known && { id: known.id, session: known.session },
    ip: arrival.address,
    rights: arrival.isMonitor === true ? [...new Set([...rights, 'read-metrics' as const])] : rights,
  };
}

/** How exactly it is known when a token was used. */
const USE_MS = 60_000;

async function programOf(value: string, { address }: Arrival, store: Services['store']): Promise<Caller> {
  const token = await store.findToken(hashOf(value));
  if (token === null)
    throw new AppProblem('token-unknown', { say: 'This token is not known here, or was revoked.' });
  const now = new Date();
  // What is shown of it needs no more, and a token does its work also where nothing can be written.
  if (now.getTime() - (token.lastUsedAt?.getTime() ?? 0) > USE_MS)
    await store.useToken(token.id, now).catch(() => undefined);
  return {
    who: `token "${token.name}"`,
    account: null,
    ip: address,
    rights: rightsOfToken(token.scopes, env().access),
  };
}

function cookieOf(headers: Asked): Headers {
  const cookie = headers.get('cookie');
  return new Headers(cookie === null ? {} : { cookie });
}
