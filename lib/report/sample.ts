import { NO_STS } from '@/lib/policy/mta-sts/survey';
import type { PoliciesView } from '@/lib/policy/view';
import type { Route, RouteHost } from '@/lib/route/route';
import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import type { Session } from '@/lib/smtp/session';
import type { CheckSummary } from './summary';

/** A session that has begun and met nothing yet, for tests; `about` is what matters there. */
export function sampleSession(about: Partial<Session> = {}): Session {
  return {
    ...structuredClone(NOTHING_HEARD),
    n: 1,
    exchange: 'mx1.example.org',
    preference: 10,
    address: '192.0.2.1',
    port: 25,
    atMs: 0,
    waiting: false,
    withoutTls: false,
    outcome: null,
    stage: null,
    captured: false,
    transcript: [],
    ...about,
  };
}

/** An exchange of a route with these IPv4 addresses, for tests. */
export function sampleHost(addresses: readonly string[], about: Partial<RouteHost> = {}): RouteHost {
  return {
    exchange: 'mx1.example.org',
    preference: 10,
    ttl: 3600,
    isAlias: false,
    aliasChain: [],
    state: 'found',
    flags: [],
    addresses: addresses.map((address) => ({ address, family: 'ipv4', ttl: 3600, blocked: false })),
    evidence: [],
    ...about,
  };
}

/** The route by these exchanges, for tests. */
export function sampleRoute(hosts: RouteHost[]): Route {
  return { kind: 'mx', domainExists: true, failure: null, alias: [], hosts, evidence: [] };
}

/** A line of a list of checks, for tests; `about` is what matters there. */
export function sampleSummary(about: Partial<CheckSummary> = {}): CheckSummary {
  return {
    id: 'a',
    target: { input: 'example.org', kind: 'domain', domain: 'example.org', domainUnicode: 'example.org' },
    status: 'done',
    depth: 'envelope',
    createdAt: '2026-11-23T08:14:07.208Z',
    startedAt: '2026-11-23T08:14:07.208Z',
    durationMs: 1,
    verdict: { outcome: 'accepted', side: 'none', stage: null, headline: '' },
    queryCount: 1,
    sessionCount: 1,
    isKept: false,
    ...about,
  };
}

/** What a domain publishes of its mail that publishes nothing of it. */
export function samplePolicies(about: Partial<PoliciesView> = {}): PoliciesView {
  const record = { record: null, reason: null, evidence: [] };
  return {
    spf: {
      state: 'none',
      all: null,
      lookups: 0,
      voidLookups: 0,
      records: [],
      steps: [],
      cause: null,
      evidence: [],
    },
    dmarc: sampleDmarc(),
    mtaSts: sampleMtaSts(),
    tlsRpt: { ...record, state: 'none', rua: [] },
    bimi: { ...record, state: 'none', logo: null },
    dane: { state: 'none', hosts: [] },
    dkim: [],
    own: { spf: [], dmarc: null },
    ...about,
  };
}

function sampleDmarc(): PoliciesView['dmarc'] {
  return {
    state: 'none',
    policy: null,
    applied: null,
    tag: null,
    from: null,
    record: null,
    organizational: 'example.org',
    strict: [],
    rua: [],
    ruf: [],
    faults: [],
    permissions: [],
    walk: [],
  };
}

/** The policy of a domain without one, with what is otherwise. */
export function sampleMtaSts(about: Partial<PoliciesView['mtaSts']> = {}): PoliciesView['mtaSts'] {
  return { ...NO_STS, evidence: [], ...about };
}
