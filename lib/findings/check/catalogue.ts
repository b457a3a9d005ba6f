import type { Limit } from '@/lib/report/limit';
import { define, list } from '../define';

/** What was left open by the check itself. */
export const catalogue = {
  'check.unfinished': define<{ status: string }>({
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: () => 'This check ended before it could tell',
    why: () => 'What was seen until then is kept and shown. Nothing is claimed about what was not seen.',
    fix: () => 'Run it again.',
    headline: (a) => `The check was ${a.status} before it could tell.`,
    plain: () => 'The check ended before it was finished, so it cannot say whether mail arrives.',
    judged:
      'The check was stopped, interrupted, or came to its deadline, and nothing seen until then decides it.',
    refs: [],
    example: { status: 'stopped' },
  }),
  'check.limit-reached': define<{ limit: Limit; count: number; left: string[] }>({
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: (a) =>
      ENDS.includes(a.limit)
        ? `This check ended at its limit of ${limitWords(a)}`
        : `No more than ${limitWords(a)} were looked at`,
    why: (a) =>
      `${a.left.length === 0 ? 'What lies beyond the limit' : `Left out: ${list(a.left)}. This`} was not looked at, and nothing is claimed about it.`,
    fix: () => '',
    headline: (a) => `The check ended at its limit of ${limitWords(a)} before it could tell.`,
    plain: () => 'The check had to stop before it was finished, so it cannot say where the fault is.',
    judged: 'A named limit of the check was reached.',
    refs: [],
    example: { limit: 'dns-queries', count: 300, left: ['mx9.example.org AAAA'] },
  }),
  'survey.unfinished': define<{ count: number; left: string[] }>({
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: (a) => `Not every server could be asked: ${a.count} questions were spent`,
    why: (a) => `Left unasked: ${list(a.left)}. Nothing is claimed about them.`,
    fix: () => '',
    judged: 'The part of the query budget that is for comparing servers was used up.',
    refs: [],
    example: { count: 240, left: ['ns8.example.org [192.0.2.60]: example.org SOA over TCP'] },
  }),
};

/** Limits that end a check; the others leave something out. */
const ENDS: readonly Limit[] = ['dns-queries', 'deadline'];

const LIMIT_WORDS: Readonly<Record<Limit, string>> = {
  'dns-queries': 'DNS queries',
  sessions: 'SMTP sessions',
  deadline: 'seconds',
  addresses: 'addresses of one exchange and family',
  zones: 'zones beside the own one',
  'name-servers': 'name servers of one zone',
  'server-addresses': 'server addresses of one zone',
  'other-routes': 'other MX answers of name servers',
  exchanges: 'exchanges',
  'survey-queries': 'queries that compare servers',
};

function limitWords({ limit, count }: { limit: Limit; count: number }): string {
  return `${count} ${LIMIT_WORDS[limit]}`;
}
