import { z } from 'zod';
import { TlsFacts } from '@/lib/smtp/session';
import type { Report } from './report';

/** Of one address of an exchange, what may be otherwise next time. */
const OutlinedSession = z.object({
  exchange: z.string(),
  address: z.string(),
  /** Code and enhanced code of the deciding reply, or how the session ended without one. */
  came: z.string(),
  tls: TlsFacts.shape.state.nullable(),
  /** SHA-256 of the DER, in hexadecimal, and when it ends. */
  certificate: z.object({ sha256: z.string(), validTo: z.string() }).nullable(),
  /** Milliseconds; null where it did not come so far. */
  connectMs: z.number().nullable(),
  greetingMs: z.number().nullable(),
  totalMs: z.number().nullable(),
});
export type OutlinedSession = z.infer<typeof OutlinedSession>;

/** What a list knows of a check beside its summary: how mail went, and how long it took. */
export const Outline = z.object({
  /** Null: the route was not found out. */
  exchanges: z
    .array(
      z.object({
        name: z.string(),
        preference: z.int(),
        ttl: z.int().nullable(),
        addresses: z.array(z.string()),
      }),
    )
    .nullable(),
  /** Null: the zone was not seen. */
  zone: z.object({ serial: z.int().nullable(), ns: z.array(z.string()) }).nullable(),
  /** First tries, in order. */
  sessions: z.array(OutlinedSession),
});
export type Outline = z.infer<typeof Outline>;

/** Of each kind; a domain has a handful. */
const MOST = 20;

/** The outline of a check that has ended. */
export function outlineOf({ route, zone, sessions }: Report): Outline {
  const isKnown = route !== null && route.kind !== 'unresolved';
  return {
    exchanges: isKnown
      ? route.hosts.slice(0, MOST).map(({ exchange, preference, ttl, addresses }) => ({
          name: exchange,
          preference,
          ttl,
          addresses: addresses.slice(0, MOST).map(({ address }) => address),
        }))
      : null,
    zone: zone && { serial: zone.soa?.serial ?? null, ns: zone.ns.slice(0, MOST) },
    sessions: sessions
      .filter(({ outcome, withoutTls, smallHello }) => outcome !== null && !withoutTls && smallHello !== true)
      .slice(0, MOST)
      .map(outlinedSession),
  };
}

function outlinedSession({
  exchange,
  address,
  outcome,
  reply,
  tls,
  timings,
}: Report['sessions'][number]): OutlinedSession {
  const certificate = tls?.certificate ?? null;
  const { connectMs, greetingMs, totalMs } = timings;
  return {
    exchange,
    address,
    came: reply === null ? (outcome ?? '') : [reply.code, reply.enhanced].filter(Boolean).join(' '),
    tls: tls?.state ?? null,
    certificate: certificate && { sha256: certificate.sha256, validTo: certificate.validTo },
    connectMs,
    greetingMs,
    totalMs,
  };
}
