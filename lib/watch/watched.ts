import { z } from 'zod';
import { meaningOf } from '@/lib/findings/said';
import type { TOPICS } from '@/lib/findings/topics';
import { decisiveSession } from '@/lib/report/decisive-session';
import { VerdictDocument, VerdictOutcome } from '@/lib/report/finding';
import type { Limit } from '@/lib/report/limit';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { ownFailureOf } from './own-failure';

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

/** An error or a warning, by its code: its words name moments and counts, which differ each time. */
export const Flaw = z.object({ code: z.string(), title: z.string() });
export type Flaw = z.infer<typeof Flaw>;

/** The places of flaws that are no exchange’s. */
export const DNS = 'DNS';
export const POLICIES = 'policies';

/** Places that no exchange has. */
export const COMMON_PLACES: readonly string[] = [DNS, POLICIES];

/** What a check has seen of what is watched. What it could not see is not in it: that is no change. */
export interface Watched {
  /** What others find is no change of the domain. */
  rules: string;
  verdict: SeenVerdict | null;
  servers: string[] | null;
  /** By exchange, of those that came so far. */
  tls: ReadonlyMap<string, TlsState>;
  /** All flaws of each place that was looked at: of DNS, of policies, and of each exchange that has shown a certificate. */
  flaws: ReadonlyMap<string, Flaw[]>;
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
  if (!isOver(report)) return { rules, verdict: null, servers: null, tls: new Map(), flaws: new Map() };
  const unseen = ownFailureOf(report)?.unseen ?? [];
  const isResolved = route !== null && route.kind !== 'unresolved';
  // What was not asked has no flaws; that mends nothing.
  const isWhole =
    !limits.some(({ limit }) => LEAVES_DNS[limit]) && trace.steps.every(({ choice }) => choice === undefined);
  const flaws = new Map<string, Flaw[]>();
  if (isResolved && isWhole && !unseen.includes('dns'))
    flaws.set(
      DNS,
      flawsOf(report, 'dns', () => true),
    );
  const tls = new Map<string, TlsState>();
  for (const exchange of new Set(unseen.includes('tls') ? [] : sessions.map((session) => session.exchange))) {
    const own = sessions.filter((session) => session.exchange === exchange);
    const state = worstTls(own);
    if (state === null) continue;
    tls.set(exchange, state);
    const numbers = own.map(({ n }) => n);
    if (own.some(({ tls: facts }) => facts?.certificate))
      flaws.set(
        exchange,
        flawsOf(report, 'exchange', (n) => numbers.includes(n)),
      );
  }
  if (isResolved && unseen.length === 0 && werePoliciesSeen(report, tls))
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
    flaws,
  };
}

/** What they demand is compared with what exchanges show: one that did not come so far has not begun to meet it. */
function werePoliciesSeen({ policies, route, limits }: Report, tls: Watched['tls']): boolean {
  const isWhole = policies !== null && !limits.some(({ limit }) => limit === 'policy-queries');
  return isWhole && (route?.hosts ?? []).every(({ exchange }) => tls.has(exchange));
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
function flawsOf({ findings }: Report, place: Place, isOwn: (n: number) => boolean): Flaw[] {
  const flaws = new Map<string, string>();
  for (const { code, severity, title, evidence } of findings) {
    const topic = code.split('.', 1)[0] as keyof typeof TOPICS;
    const isFlaw = severity === 'error' || severity === 'warning';
    const sessions = evidence.flatMap((one) => (one.at === 'session' ? [one.n] : []));
    if (isFlaw && PLACE_OF[topic] === place && (place !== 'exchange' || sessions.some(isOwn)))
      flaws.set(code, flaws.get(code) ?? title);
  }
  return [...flaws].map(([code, title]) => ({ code, title })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
