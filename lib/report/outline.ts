import { z } from 'zod';
import { DaneState, PoliciesView } from '@/lib/policy/view';
import { TlsFacts } from '@/lib/smtp/session';
import type { Report } from './report';
import { POLICY_KINDS } from './policy-kinds';
import { shortHash } from './short-hash';

/** Of one address of an exchange, what may be otherwise next time. */
const OutlinedSession = z.object({
  exchange: z.string(),
  address: z.string(),
  /** Code and enhanced code of the deciding reply, or how the session ended without one. */
  came: z.string(),
  tls: TlsFacts.shape.state.nullable(),
  /** The beginning of the SHA-256 of the DER, in hexadecimal, which tells certificates apart, and when it ends. */
  certificate: z.object({ sha256: z.string(), validTo: z.string() }).nullable(),
  /** Milliseconds; null where it did not come so far. */
  connectMs: z.number().nullable(),
  greetingMs: z.number().nullable(),
  totalMs: z.number().nullable(),
});
export type OutlinedSession = z.infer<typeof OutlinedSession>;

const { spf, mtaSts, tlsRpt, bimi } = PoliciesView.shape;

/** No usable answer. */
const UNSEEN = 'temperror';

/** What a domain says of its mail, as far as it says something: what is not there is not published. */
const OutlinedPolicies = z
  .object({
    dane: DaneState.exclude(['none']),
    /** An enforced policy: also what senders that have fetched it go by until its age ends. */
    mtaSts: z.object({
      state: z.enum([...mtaSts.shape.state.exclude(['absent']).options, UNSEEN]),
      mx: z.array(z.string()).optional(),
      maxAgeSeconds: z.int().optional(),
    }),
    tlsRpt: z.enum([...tlsRpt.shape.state.exclude(['none']).options, UNSEEN]),
    spf: spf.shape.state.exclude(['none']),
    /** The policy that is asked for, or why there is none. */
    dmarc: z.enum(['none', 'quarantine', 'reject', 'invalid', 'temperror']),
    bimi: z.enum([...bimi.shape.state.exclude(['none', 'error']).options, UNSEEN]),
    /** `shortHash` of what was read of each: tells that it is another one. */
    read: z.partialRecord(z.enum(POLICY_KINDS), z.string()),
  })
  .partial();
export type OutlinedPolicies = z.infer<typeof OutlinedPolicies>;

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
        /** Each once, in seconds; none where they are not known. */
        addressTtls: z.array(z.int()).default([]),
      }),
    )
    .nullable(),
  /** Null: the zone was not seen. */
  zone: z.object({ serial: z.int().nullable(), ns: z.array(z.string()) }).nullable(),
  /** First tries, in order. */
  sessions: z.array(OutlinedSession),
  /** Null: they were not looked at. */
  policies: OutlinedPolicies.nullable().default(null),
});
export type Outline = z.infer<typeof Outline>;

/** Of each kind; a domain has a handful. */
const MOST = 20;
const FINGERPRINT_CHARACTERS = 16;

/** The outline of a check that has ended. */
export function outlineOf({ route, zone, sessions, policies }: Report): Outline {
  const isKnown = route !== null && route.kind !== 'unresolved';
  return {
    exchanges: isKnown
      ? route.hosts.slice(0, MOST).map(({ exchange, preference, ttl, addresses }) => ({
          name: exchange,
          preference,
          ttl,
          addresses: addresses.slice(0, MOST).map(({ address }) => address),
          addressTtls: ttlsOf(addresses.slice(0, MOST)),
        }))
      : null,
    zone: zone && { serial: zone.soa?.serial ?? null, ns: zone.ns.slice(0, MOST) },
    sessions: sessions
      .filter(({ outcome, withoutTls, smallHello }) => outcome !== null && !withoutTls && smallHello !== true)
      .slice(0, MOST)
      .map(outlinedSession),
    policies: policies && outlinedPolicies(policies),
  };
}

/** In order, each once; none where one of them is not known. */
function ttlsOf(addresses: readonly { ttl: number | null }[]): number[] {
  const ttls = addresses.flatMap(({ ttl }) => ttl ?? []);
  return ttls.length < addresses.length ? [] : [...new Set(ttls)].toSorted((a, b) => a - b);
}

/** How each policy stands, and by which records. */
export function outlinedPolicies(policies: PoliciesView): OutlinedPolicies {
  const { spf, dmarc, mtaSts, tlsRpt, bimi, dane } = policies;
  const outline: OutlinedPolicies = {};
  if (dane.state !== 'none') outline.dane = dane.state;
  if (mtaSts.state === 'enforce')
    outline.mtaSts = {
      state: 'enforce',
      // With some of its names alone, others would be told as not named.
      ...(mtaSts.mx.length <= MOST && { mx: mtaSts.mx, maxAgeSeconds: mtaSts.maxAgeSeconds ?? 0 }),
    };
  else if (mtaSts.state === 'error' && mtaSts.record === null) outline.mtaSts = { state: UNSEEN };
  else if (mtaSts.state !== 'absent') outline.mtaSts = { state: mtaSts.state };
  if (tlsRpt.state !== 'none') outline.tlsRpt = tlsRpt.state;
  else if (tlsRpt.reason !== null) outline.tlsRpt = UNSEEN;
  if (spf.state !== 'none') outline.spf = spf.state;
  if (dmarc.state === 'invalid' || dmarc.state === 'temperror') outline.dmarc = dmarc.state;
  else if (dmarc.policy !== null) outline.dmarc = dmarc.policy;
  if (bimi.state !== 'none') outline.bimi = bimi.state === 'error' ? UNSEEN : bimi.state;
  const read = hashesOf(policies);
  return Object.keys(read).length === 0 ? outline : { ...outline, read };
}

/** Of a policy of which something was not to be had, nothing: with less of it, it would be taken for another one. */
function hashesOf({ spf, dmarc, mtaSts, tlsRpt, bimi, dane }: PoliciesView): Hashes {
  const isWhole = dane.hosts.every(({ state }) => state !== 'error' && state !== 'unknown');
  const texts: Record<keyof Hashes, readonly string[]> = {
    dane: isWhole
      ? dane.hosts
          .flatMap(({ exchange, records }) => records.map(({ data }) => `${exchange} ${data}`))
          .toSorted()
      : [],
    mtaSts: mtaSts.state === 'error' ? [] : [mtaSts.record ?? [], mtaSts.policy ?? []].flat(),
    tlsRpt: [tlsRpt.record ?? []].flat(),
    spf: spf.records.filter(({ by }) => by === null).map(({ text }) => text),
    dmarc: [dmarc.record ?? []].flat(),
    bimi: [bimi.record ?? []].flat(),
  };
  const hashes: Hashes = {};
  for (const policy of POLICY_KINDS)
    if (texts[policy].length > 0) hashes[policy] = shortHash(texts[policy].join('\n'));
  return hashes;
}

type Hashes = NonNullable<OutlinedPolicies['read']>;

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
    certificate: certificate && {
      sha256: certificate.sha256.slice(0, FINGERPRINT_CHARACTERS),
      validTo: certificate.validTo,
    },
    connectMs,
    greetingMs,
    totalMs,
  };
}
