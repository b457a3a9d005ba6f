import { z } from 'zod';
import type { FindingCode } from '@/lib/findings/catalogue';
import { meaningOf } from '@/lib/findings/said';
import type { TOPICS } from '@/lib/findings/topics';
import { decisiveSession } from '@/lib/report/decisive-session';
import { VerdictDocument, VerdictOutcome } from '@/lib/report/finding';
import type { Limit } from '@/lib/report/limit';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { issuersOf } from './issuers';
import { ownFailureOf } from './own-failure';
import { type WatchedPolicies, watchedPolicies } from './watched-policies';

/** What became of mail. Of a rejection the reason counts, too. */
export const SeenVerdict = z.object({
  outcome: VerdictOutcome,
  category: z.string().nullable(),
  headline: z.string(),
  lookFirst: VerdictDocument.shape.lookFirst,
  /** By which rules. */
  rules: z.string(),
});
export type SeenVerdict = z.infer<typeof SeenVerdict>;

/** How TLS ended with an exchange, the worst of its addresses; `none`: it is not offered, or refused. */
export const TlsState = z.enum(['failed', 'untrusted', 'none', 'trusted']);
export type TlsState = z.infer<typeof TlsState>;

/** What is wrong, by its code: its words name moments and counts, which differ each time. */
export const Flaw = z.object({ code: z.string(), title: z.string() });
export type Flaw = z.infer<typeof Flaw>;

/** As it was seen; mild is what is no error or warning, and watched all the same. */
export const SeenFlaw = Flaw.extend({ isMild: z.literal(true).optional() });
export type SeenFlaw = z.infer<typeof SeenFlaw>;

/** The places of flaws that are no exchange’s. */
export const DNS = 'DNS';
export const POLICIES = 'policies';

/** Places that no exchange has. */
export const COMMON_PLACES: readonly string[] = [DNS, POLICIES];

/**
 * Watched however mild they are: what is in order today and ends, and what a domain publishes for its mail that has come to nothing. When
 * mail is lost by them it is too late to be told.
 */
const MILD_ONES: readonly string[] = [
  'dane.ignored',
  'dane.renewal',
  'dane.unusable',
  'dkim.invalid',
  'dkim.none',
  'dkim.revoked',
  'dmarc.invalid',
  'mtasts.certificate',
  'mtasts.invalid',
  'mtasts.kept',
  'mtasts.uncovered',
  'mtasts.unreachable',
  'spf.allows-everyone',
  'spf.invalid',
  'spf.too-many-lookups',
  'tls.expires-soon',
] satisfies readonly FindingCode[];

/** What a check has seen of what is watched. What it could not see is not in it: that is no change. */
export interface Watched {
  /** What others find is no change of the domain. */
  rules: string;
  verdict: SeenVerdict | null;
  servers: string[] | null;
  /** By exchange, of those that came so far. */
  tls: ReadonlyMap<string, TlsState>;
  /** By exchange, of those that have shown a trusted certificate. */
  issuers: ReadonlyMap<string, string[]>;
  policies: WatchedPolicies;
  /** All flaws of each place that was looked at: of DNS, of policies, and of each exchange that has shown a certificate. */
  flaws: ReadonlyMap<string, SeenFlaw[]>;
  /** Places of which not everything was seen: what is not found there may be there all the same. */
  inPart: ReadonlySet<string>;
}

/**
 * To which place the flaws of a topic belong. How sessions end, also where servers differ in it, is told by the verdict; what is said of
 * ourselves and of what was asked beside is not watched.
 */
type Place = 'exchange' | 'dns' | 'policies';

const PLACE_OF: Readonly<Record<keyof typeof TOPICS, Place | null>> = {
  vantage: null,
  domain: 'dns',
  mx: 'dns',
  tcp: null,
  smtp: null,
  hosts: null,
  tls: 'exchange',
  control: null,
  dns: 'dns',
  ns: 'dns',
  zone: 'dns',
  dnssec: 'dns',
  dane: 'policies',
  mtasts: 'policies',
  tlsrpt: 'policies',
  spf: 'policies',
  dmarc: 'policies',
  dkim: 'policies',
  bimi: 'policies',
  ptr: 'dns',
  resolver: null,
  check: null,
};

/** Limits of ours that leave something of DNS unasked. */
const LEAVES_DNS: Readonly<Record<Limit, boolean>> = {
  'dns-queries': true,
  'survey-queries': true,
  'policy-queries': false,
  'report-receivers': false,
  'caa-hosts': false,
  'server-addresses': true,
  zones: true,
  'name-servers': true,
  exchanges: true,
  'other-routes': false,
  addresses: false,
  sessions: false,
  deadline: true,
};

/** Replies by which a server asks for patience; that it does is no news. */
const PATIENCE: readonly string[] = ['greylisted', 'rate-limited'];

/**
 * What a check that has ended shows of what is watched; `rules` names those by which it was judged. What our own failure hides is not in it.
 */
export function watchedOf(report: Report, rules: string): Watched {
  const { route, sessions, limits, trace } = report;
  if (!isOver(report)) return nothingSeen(rules);
  const unseen = ownFailureOf(report)?.unseen ?? [];
  const isResolved = route !== null && route.kind !== 'unresolved';
  // What was not asked has no flaws; that mends nothing.
  const isWhole =
    !limits.some(({ limit }) => LEAVES_DNS[limit]) && trace.steps.every(({ choice }) => choice === undefined);
  const flaws = new Map<string, SeenFlaw[]>();
  if (isResolved && isWhole && !unseen.includes('dns'))
    flaws.set(
      DNS,
      flawsOf(report, 'dns', () => true),
    );
  const tls = new Map<string, TlsState>();
  const issuers = new Map<string, string[]>();
  for (const exchange of new Set(unseen.includes('tls') ? [] : sessions.map((session) => session.exchange))) {
    const own = sessions.filter((session) => session.exchange === exchange);
    const state = worstTls(own);
    if (state === null) continue;
    tls.set(exchange, state);
    const shown = issuersOf(own);
    if (shown.length > 0) issuers.set(exchange, shown);
    const numbers = own.map(({ n }) => n);
    if (own.some(({ tls: facts }) => facts?.certificate))
      flaws.set(
        exchange,
        flawsOf(report, 'exchange', (n) => numbers.includes(n)),
      );
  }
  if (isResolved && unseen.length === 0 && werePoliciesAsked(report))
    flaws.set(
      POLICIES,
      flawsOf(report, 'policies', () => true),
    );
  return {
    rules,
    verdict: unseen.includes('verdict') ? null : verdictOf(report, rules),
    servers:
      isResolved && !unseen.includes('servers')
        ? [...new Set(route.hosts.map(({ exchange }) => exchange))].sort()
        : null,
    tls,
    issuers,
    policies: unseen.includes('dns') ? {} : watchedPolicies(report),
    flaws,
    // What policies demand is compared with what exchanges show: one that did not come so far has not begun to meet it.
    inPart: new Set((route?.hosts ?? []).every(({ exchange }) => tls.has(exchange)) ? [] : [POLICIES]),
  };
}

/** A try that could see nothing. */
export function nothingSeen(rules: string): Watched {
  return {
    rules,
    verdict: null,
    servers: null,
    tls: new Map(),
    issuers: new Map(),
    policies: {},
    flaws: new Map(),
    inPart: new Set(),
  };
}

function werePoliciesAsked({ policies, limits }: Report): boolean {
  return policies !== null && !limits.some(({ limit }) => limit === 'policy-queries');
}

/** Not where somebody has stopped it, or we have failed; one that took too long has seen what it has seen. */
function isOver({ status, limits }: Report): boolean {
  return status === 'done' || limits.some(({ limit }) => limit === 'deadline');
}

/** The worst first. */
const WORST_FIRST: readonly TlsState[] = TlsState.options;

/** Null where no session came so far. */
function worstTls(sessions: readonly Session[]): TlsState | null {
  const states = sessions.flatMap(({ tls }): TlsState[] => {
    if (tls === null) return [];
    return tls.state === 'not-offered' || tls.state === 'refused' ? ['none'] : [tls.state];
  });
  return WORST_FIRST.find((state) => states.includes(state)) ?? null;
}

function verdictOf(report: Report, rules: string): SeenVerdict | null {
  const { verdict } = report;
  if (verdict === null || verdict.outcome === 'unknown') return null;
  const session = decisiveSession(report);
  const category = session === null ? null : (meaningOf(session)?.category ?? null);
  if (verdict.outcome === 'temporary' && category !== null && PATIENCE.includes(category)) return null;
  const { outcome, headline, lookFirst } = verdict;
  return { outcome, category, headline, lookFirst, rules };
}

/** Each once; `isOwn` says of a session by its number whether it is one of the place. */
function flawsOf({ findings }: Report, place: Place, isOwn: (n: number) => boolean): SeenFlaw[] {
  const flaws = new Map<string, SeenFlaw>();
  for (const { code, severity, title, evidence } of findings) {
    const topic = code.split('.', 1)[0] as keyof typeof TOPICS;
    const isMild = severity !== 'error' && severity !== 'warning';
    const sessions = evidence.flatMap((one) => (one.at === 'session' ? [one.n] : []));
    if (isMild && !MILD_ONES.includes(code)) continue;
    if (PLACE_OF[topic] !== place || (place === 'exchange' && !sessions.some(isOwn))) continue;
    // The first is the worst.
    if (!flaws.has(code)) flaws.set(code, { code, title, ...(isMild && { isMild }) });
  }
  return [...flaws.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
