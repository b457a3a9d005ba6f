import type { OwnChoice } from '@/lib/own-choice';
import type { Limit } from '@/lib/report/limit';
import { define, list } from '../define';

/** What was left open by the check itself. */
export const catalogue = {
  'check.unfinished': define<{ status: string }>({
    name: 'Check ended early',
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
    name: 'Check ended at its limit',
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
  'check.not-contacted': define<{ reason: OperatorsChoice; hosts: string[]; servers: string[] }>({
    name: 'Not contacted, by the operator’s wish',
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: (a) => `Not contacted, ${CHOICE_WORDS[a.reason].because}: ${list([...a.hosts, ...a.servers])}`,
    why: (a) =>
      `${CHOICE_WORDS[a.reason].why} Nothing was sent there, and nothing is claimed about what they would answer.`,
    fix: (a) => CHOICE_WORDS[a.reason].fix,
    headline: (a) =>
      `Not checked: ${list(a.hosts.length > 0 ? a.hosts : a.servers)} ${a.hosts.length + a.servers.length === 1 ? 'was' : 'were'} not contacted, ${CHOICE_WORDS[a.reason].because}.`,
    plain: () =>
      'This check did not ask the servers that decide, for a reason of its own. It says nothing about whether mail arrives.',
    judged:
      'The operator has excluded the host (MXPROOF_NEVER_CONTACT), its address is one of this machine, or it has been asked as often as it may be (MXPROOF_SESSIONS_PER_HOUR, MXPROOF_QUERIES_PER_MINUTE).',
    refs: [],
    example: { reason: 'operator', hosts: ['mx1.example.org [192.0.2.25]'], servers: [] },
  }),
  'check.not-asked-about': define<{ names: string[] }>({
    name: 'Not asked about, by the operator’s wish',
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: (a) => `Nobody was asked about ${list(a.names)}, as the operator of this installation has said`,
    why: () =>
      'The operator of this installation has excluded the domain (MXPROOF_NEVER_CONTACT). Nothing was sent, and nothing is claimed about what would be answered.',
    fix: () => '',
    headline: (a) => `Not checked: the operator of this installation has excluded ${list(a.names)}.`,
    plain: () =>
      'This check did not ask about the domain, for a reason of its own. It says nothing about whether mail arrives.',
    judged: 'The operator has excluded the domain, or one above it (MXPROOF_NEVER_CONTACT).',
    refs: [],
    example: { names: ['example.org'] },
  }),
  'survey.unfinished': define<{ count: number; left: string[] }>({
    name: 'Not every name server was asked',
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

/** What this installation does of its own accord. */
type OperatorsChoice = Exclude<OwnChoice, 'domain-wish' | 'excluded-name'>;

const CHOICE_WORDS: Readonly<Record<OperatorsChoice, { because: string; why: string; fix: string }>> = {
  operator: {
    because: 'as the operator of this installation has said',
    why: 'The operator of this installation has excluded them (MXPROOF_NEVER_CONTACT).',
    fix: '',
  },
  'own-machine': {
    because: 'since the address is one of this machine',
    why: 'The machine that checks has this address itself: what it sees of itself proves nothing about the way from elsewhere.',
    fix: 'On the sender’s side: check from another machine, or name the address in MXPROOF_ALLOW_NETWORKS.',
  },
  'rate-limit': {
    because: 'since this installation has asked as often as it may',
    why: 'Checks of everybody here count together: one address has so many sessions within an hour, a name server so many questions within a minute.',
    fix: 'On the sender’s side: run the check again later.',
  },
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
  'policy-queries': 'queries about policies',
  'report-receivers': 'other domains that reports of DMARC go to',
  'caa-hosts': 'exchanges with their CAA records',
};

function limitWords({ limit, count }: { limit: Limit; count: number }): string {
  return `${count} ${LIMIT_WORDS[limit]}`;
}
