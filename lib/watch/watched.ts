import { z } from 'zod';
import { decisiveSession } from '@/lib/report/decisive-session';
import { VerdictOutcome } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import { meaningOf } from '@/lib/findings/said';
import type { TOPICS } from '@/lib/findings/topics';

/** What is compared from one try of a watch to the next. */
export const Facet = z.enum(['verdict', 'mail-servers', 'tls', 'dns']);
export type Facet = z.infer<typeof Facet>;

/** Flaws, by code: their words name moments and counts, which differ each time. */
const Flaws = z.array(z.object({ code: z.string(), title: z.string() }));
export type Flaws = z.infer<typeof Flaws>;

/** What a check has seen of what is watched; null where it could not see it, which is no change. */
export const Watched = z.object({
  /** By which rules: what others find is no change of the domain. */
  rules: z.int(),
  verdict: z
    .object({ outcome: VerdictOutcome, category: z.string().nullable(), headline: z.string() })
    .nullable(),
  'mail-servers': z.array(z.string()).nullable(),
  tls: Flaws.nullable(),
  dns: Flaws.nullable(),
});
export type Watched = z.infer<typeof Watched>;

/**
 * To which facet the flaws of a topic belong. How sessions end is told by the verdict; what is said of ourselves and of what was
 * asked beside is not watched.
 */
const FACET_OF: Readonly<Record<keyof typeof TOPICS, 'tls' | 'dns' | null>> = {
  vantage: null,
  domain: 'dns',
  mx: 'dns',
  tcp: null,
  smtp: null,
  hosts: 'dns',
  tls: 'tls',
  control: null,
  dns: 'dns',
  ns: 'dns',
  zone: 'dns',
  dnssec: 'dns',
  ptr: 'dns',
  resolver: null,
  check: null,
};

/** Replies by which a server asks for patience; that it does is no news. */
const PATIENCE: readonly string[] = ['greylisted', 'rate-limited'];

/** What a check that has ended shows of what is watched. */
export function watchedOf(report: Report): Watched {
  const { route, sessions, versions } = report;
  const isResolved = route !== null && route.kind !== 'unresolved';
  const isEncrypted = sessions.length > 0 && sessions.every(({ tls }) => tls !== null);
  return {
    rules: versions.rules,
    verdict: verdictOf(report),
    'mail-servers': isResolved ? [...new Set(route.hosts.map(({ exchange }) => exchange))].sort() : null,
    // What is wrong with a certificate is not mended because nobody showed one.
    tls: isEncrypted ? flawsOf(report, 'tls') : null,
    dns: isResolved ? flawsOf(report, 'dns') : null,
  };
}

function verdictOf(report: Report): Watched['verdict'] {
  const { status, verdict } = report;
  if (status !== 'done' || verdict === null || verdict.outcome === 'unknown') return null;
  const session = decisiveSession(report);
  const category = session === null ? null : (meaningOf(session)?.category ?? null);
  if (verdict.outcome === 'temporary' && category !== null && PATIENCE.includes(category)) return null;
  return { outcome: verdict.outcome, category, headline: verdict.headline };
}

function flawsOf({ findings }: Report, facet: 'tls' | 'dns'): Flaws {
  const flaws = new Map<string, string>();
  for (const { code, severity, title } of findings)
    if ((severity === 'error' || severity === 'warning') && facetOf(code) === facet && !flaws.has(code))
      flaws.set(code, title);
  return [...flaws].map(([code, title]) => ({ code, title })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function facetOf(code: string): 'tls' | 'dns' | null {
  const topic = code.split('.', 1)[0] as keyof typeof TOPICS;
  return FACET_OF[topic];
}
