import { z } from 'zod';

export const SectionName = z.enum([
  ...['verdict', 'asked', 'findings', 'route', 'zone', 'dnssec', 'sessions', 'policies'],
] as const);
export type SectionName = z.infer<typeof SectionName>;

/** Everything that two checks are compared by, in the order in which it is told. */
export const AspectName = z.enum([
  ...['verdict.outcome', 'verdict.stage', 'verdict.server', 'verdict.reply', 'verdict.side'],
  ...['verdict.code', 'verdict.status', 'verdict.permanence'],
  ...['verdict.look-first', 'verdict.depth', 'verdict.flaws'],
  ...['asked.target', 'asked.depth', 'asked.sender', 'asked.helo', 'asked.controls', 'asked.message'],
  ...['asked.addresses', 'asked.identity', 'asked.tls', 'asked.software', 'asked.status', 'asked.limits'],
  ...['asked.duration'],
  'findings.finding',
  ...['route.kind', 'route.alias', 'route.others', 'route.preference', 'route.ttl', 'route.aliases'],
  ...['route.addresses', 'route.address-ttl', 'route.reverse'],
  ...['zone.name', 'zone.servers', 'zone.parent', 'zone.serials', 'zone.primary', 'zone.timers'],
  ...[
    'zone.server-addresses',
    'zone.answer',
    'zone.server-mx',
    'zone.authority',
    'zone.tcp',
    'zone.resolver',
  ],
  ...['dnssec.state', 'dnssec.link', 'dnssec.ds', 'dnssec.keys', 'dnssec.answer'],
  ...['session.outcome', 'session.stage', 'session.reply', 'session.detail', 'session.greeting'],
  ...['session.capabilities-before', 'session.capabilities', 'session.tls', 'session.tls-problem'],
  ...['session.protocol', 'session.cipher', 'session.certificate', 'session.control'],
  ...['policies.dane-state', 'policies.dane', 'policies.mta-sts-state', 'policies.mta-sts-record'],
  ...['policies.mta-sts-mx', 'policies.mta-sts-age', 'policies.tls-rpt', 'policies.spf-state'],
  ...['policies.spf', 'policies.spf-includes', 'policies.dmarc-state', 'policies.dmarc'],
  ...['policies.dkim', 'policies.bimi'],
  ...['session.connect-time', 'session.greeting-time', 'session.tls-time', 'session.total-time'],
] as const);
export type AspectName = z.infer<typeof AspectName>;

/** One thing that a check has seen, or concluded. What it has not looked at is no aspect of it. */
export interface Aspect {
  what: AspectName;
  /** Of which server, session, zone or finding; empty: of the check. */
  of: string;
  values: readonly string[];
  /** Equal where two are alike, whatever else their values say. */
  likeness: string;
  /** A time, which is alike within limits (`jitter.ts`). */
  ms?: number;
}

/** What is alike only when it is the same, in this order. */
export function exactly(what: AspectName, of: string, values: readonly string[]): Aspect {
  return { what, of, values, likeness: JSON.stringify(values) };
}

/** What is alike in any order. */
export function inAnyOrder(what: AspectName, of: string, values: Iterable<string>): Aspect {
  return exactly(what, of, [...new Set(values)].sort());
}

/** A time in milliseconds. */
export function time(what: AspectName, of: string, ms: number): Aspect {
  return { ...exactly(what, of, [String(ms)]), ms };
}
