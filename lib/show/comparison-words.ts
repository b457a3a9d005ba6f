import type { AspectName, SectionName } from '@/lib/compare/aspect';
import type { ComparedAspect, ComparedCheck, ComparedSection } from '@/lib/compare/comparison';
import type { VerdictOutcome } from '@/lib/report/finding';
import type { Route } from '@/lib/route/route';
import { isUnderWay } from './decisive';
import { showMs, showTtl } from './duration';
import { showUtc } from './moment';
import {
  DEPTH_WORD,
  OUTCOME_WORD,
  SESSION_WORD,
  SEVERITY_WORD,
  SIDE_WORD,
  STAGE_WORD,
  STATUS_WORD,
  STEP_WORD,
} from './words';

export const SECTION_TITLE: Readonly<Record<SectionName, string>> = {
  verdict: 'Verdict',
  asked: 'What was asked, and from where',
  findings: 'Findings',
  route: 'Where mail goes',
  zone: 'Name servers and zone',
  dnssec: 'DNSSEC',
  sessions: 'SMTP sessions',
  policies: 'Policies',
};

interface AspectWords {
  label: string;
  /** One value in words; as it is where there are none. */
  value?: (value: string) => string;
  /** All values in one line, where they belong together. */
  whole?: (values: readonly string[]) => string;
  /** Words of ours, not evidence. */
  isProse?: boolean;
}

const ROUTE_WORD: Readonly<Record<Route['kind'], string>> = {
  mx: 'MX',
  implicit: 'Implicit MX: the address of the domain',
  null: 'Null MX: takes no mail',
  none: 'Neither MX nor address',
  literal: 'Address literal',
  unresolved: 'Not resolved',
};

/** What became of the mail, as a notice says. */
const NOTICE_WORD = { returned: 'Returned to the sender', delayed: 'Delayed' };

/** The word for what is of a closed set; what is not is told as it is. */
const wordOf = (table: Readonly<Record<string, string>>) => (value: string) =>
  Object.hasOwn(table, value) ? (table[value] ?? value) : value;
const seconds = (value: string) => showTtl(Number(value));
const milliseconds = (value: string) => showMs(Number(value));
const spaced = (values: readonly string[]) => values.join(' ');
const reasoned = (values: readonly string[]) => values.join(', ');

const WORDS: Readonly<Record<AspectName, AspectWords>> = {
  'verdict.outcome': { label: 'Outcome', value: wordOf({ ...OUTCOME_WORD, ...NOTICE_WORD }), isProse: true },
  'verdict.stage': { label: 'Decided at', value: wordOf({ ...STAGE_WORD, dns: 'DNS' }), isProse: true },
  'verdict.server': { label: 'Decided by' },
  'verdict.reply': { label: 'Deciding reply' },
  'verdict.code': { label: 'Reply code' },
  'verdict.status': { label: 'Enhanced code' },
  'verdict.permanence': { label: 'Permanence', isProse: true },
  'verdict.side': { label: 'Proven side', value: wordOf(SIDE_WORD), isProse: true },
  'verdict.look-first': {
    label: 'Look first',
    value: wordOf({ ...SIDE_WORD, unknown: 'Nothing points to one side' }),
    isProse: true,
  },
  'verdict.depth': {
    label: 'Best session came to',
    value: wordOf({ ...STAGE_WORD, dns: 'DNS', envelope: 'RCPT TO' }),
    isProse: true,
  },
  'verdict.flaws': { label: 'Accepted, but' },
  'asked.target': { label: 'Target' },
  'asked.depth': { label: 'Depth', value: wordOf(DEPTH_WORD), isProse: true },
  'asked.sender': { label: 'Sender' },
  'asked.helo': { label: 'HELO name' },
  'asked.controls': { label: 'Asked beside' },
  'asked.message': { label: 'Message' },
  'asked.addresses': { label: 'From address' },
  'asked.identity': { label: 'Our reverse DNS' },
  'asked.tls': { label: 'TLS library' },
  'asked.software': { label: 'mxproof' },
  'asked.status': { label: 'How it ended', value: wordOf(STATUS_WORD), isProse: true },
  'asked.limits': { label: 'Limits reached' },
  'asked.duration': { label: 'Took', value: milliseconds },
  'findings.finding': { label: 'Finding', isProse: true },
  'route.kind': { label: 'Route by', value: wordOf(ROUTE_WORD), isProse: true },
  'route.alias': { label: 'The domain is an alias for' },
  'route.others': { label: 'Other name servers say' },
  'route.preference': { label: 'Preference' },
  'route.ttl': { label: 'TTL of the MX', value: seconds },
  'route.aliases': { label: 'Alias for' },
  'route.addresses': { label: 'Addresses' },
  'route.address-ttl': { label: 'TTL of its addresses', value: seconds },
  'route.reverse': { label: 'Reverse DNS (PTR)' },
  'zone.name': { label: 'Zone' },
  'zone.servers': { label: 'Name servers, says the zone' },
  'zone.parent': { label: 'Name servers, says the parent' },
  'zone.serials': { label: 'SOA serial' },
  'zone.primary': { label: 'Primary and contact' },
  'zone.timers': { label: 'Refresh, retry, expire, minimum', value: seconds },
  'zone.server-addresses': { label: 'Addresses' },
  'zone.answer': { label: 'Answers', value: wordOf({ ...STEP_WORD, answer: 'yes' }), isProse: true },
  'zone.server-mx': { label: 'MX, as it says' },
  'zone.tcp': { label: 'Answers over TCP', value: wordOf({ ...STEP_WORD, answer: 'yes' }), isProse: true },
  'zone.authority': {
    label: 'Authority',
    value: wordOf({ authoritative: 'authoritative', none: 'not authoritative' }),
    isProse: true,
  },
  'zone.resolver': { label: 'Resolver', value: wordOf(STEP_WORD) },
  'dnssec.state': { label: 'Way of the mail' },
  'dnssec.link': { label: 'State', whole: reasoned },
  'dnssec.ds': { label: 'DS at the parent' },
  'dnssec.keys': { label: 'Keys' },
  'dnssec.answer': { label: 'Answer', whole: reasoned },
  'session.outcome': { label: 'Outcome', value: wordOf(SESSION_WORD), isProse: true },
  'session.stage': { label: 'Ended at', value: wordOf(STAGE_WORD), isProse: true },
  'session.reply': { label: 'Deciding reply' },
  'session.detail': { label: 'Detail' },
  'session.greeting': { label: 'Greeting' },
  'session.capabilities-before': { label: 'Capabilities before TLS' },
  'session.capabilities': { label: 'Capabilities' },
  'session.tls': { label: 'TLS' },
  'session.tls-problem': { label: 'TLS problem' },
  'session.protocol': { label: 'TLS protocol' },
  'session.cipher': { label: 'Cipher' },
  'session.certificate': { label: 'Certificate', whole: certificateWords },
  'session.control': { label: 'Asked beside', whole: spaced },
  'policies.dane-state': { label: 'DANE', whole: reasoned },
  'policies.dane': { label: 'TLSA records' },
  'policies.mta-sts-state': { label: 'MTA-STS' },
  'policies.mta-sts-record': { label: 'Record of MTA-STS' },
  'policies.mta-sts-mx': { label: 'Exchanges that the policy names' },
  'policies.mta-sts-age': { label: 'How long the policy is kept', value: seconds },
  'policies.tls-rpt': { label: 'TLS-RPT' },
  'policies.spf-state': { label: 'SPF' },
  'policies.spf': { label: 'SPF record' },
  'policies.spf-includes': { label: 'SPF records that it leads to' },
  'policies.dmarc-state': { label: 'DMARC' },
  'policies.dmarc': { label: 'DMARC record' },
  'policies.dkim': { label: 'DKIM key' },
  'policies.bimi': { label: 'BIMI record' },
  'session.connect-time': { label: 'Until connected', value: milliseconds },
  'session.greeting-time': { label: 'Until the greeting', value: milliseconds },
  'session.tls-time': { label: 'TLS handshake', value: milliseconds },
  'session.total-time': { label: 'Whole session', value: milliseconds },
};

function certificateWords([
  names = '',
  issuer = '',
  from = '',
  to = '',
  sha256 = '',
]: readonly string[]): string {
  return `${names}; issuer ${issuer}; ${showUtc(from).slice(0, 10)} to ${showUtc(to).slice(0, 10)}; SHA-256 ${sha256.slice(0, 16)}…`;
}

/** One aspect of two checks, as it is drawn. */
export interface ShownAspect {
  label: string;
  /** The code of a finding, which has a page of its own. */
  code: string | null;
  isProse: boolean;
  a: ShownValues;
  b: ShownValues;
}

interface ShownValues {
  /** Empty: nothing. */
  lines: string[];
  /** How many more both have; they are not repeated where both have some of their own. */
  shared: number;
  /** There is no such thing in this check, or nobody has looked. */
  isMissing: boolean;
}

/** Of what both have many of, each side shows only what the other one has not. */
export function aspectWords({ what, of, a, b }: ComparedAspect, isAlike = false): ShownAspect {
  const { label, isProse = false } = WORDS[what];
  return {
    label,
    code: what === 'findings.finding' ? of : null,
    isProse,
    a: shownValues(what, a, isAlike ? null : b),
    b: shownValues(what, b, isAlike ? null : a),
  };
}

function shownValues(
  what: AspectName,
  own: readonly string[] | null,
  other: readonly string[] | null,
): ShownValues {
  if (own === null) return { lines: [], shared: 0, isMissing: true };
  const { value = (text: string) => text, whole } = WORDS[what];
  if (what === 'findings.finding') {
    const [severity = '', title = ''] = own;
    return { lines: [`${wordOf(SEVERITY_WORD)(severity)}: ${title}`], shared: 0, isMissing: false };
  }
  if (whole !== undefined)
    return { lines: own.length === 0 ? [] : [whole(own)], shared: 0, isMissing: false };
  const isList = LISTS.has(what) && other !== null && other.length > 0;
  const left = isList ? own.filter((one) => !other.includes(one)) : own;
  return { lines: left.map(value), shared: own.length - left.length, isMissing: false };
}

/** What has many values in any order. */
const LISTS: ReadonlySet<AspectName> = new Set([
  ...(['verdict.flaws', 'asked.controls', 'asked.limits', 'asked.addresses', 'asked.identity'] as const),
  ...(['route.others', 'route.addresses', 'route.reverse', 'zone.servers', 'zone.parent'] as const),
  ...(['zone.server-addresses', 'dnssec.ds', 'dnssec.keys'] as const),
  ...(['policies.dane', 'policies.mta-sts-mx', 'policies.spf-includes'] as const),
  ...(['session.capabilities-before', 'session.capabilities'] as const),
]);

const TITLE_WORD: Readonly<Record<VerdictOutcome, string>> = {
  accepted: 'Accepted',
  temporary: 'Deferred',
  permanent: 'Rejected',
  'no-mail': 'No mail taken',
  depends: 'It depends',
  unknown: 'Not known',
};

/** What two checks come to, in a sentence. */
export function comparisonTitle(
  a: ComparedCheck,
  b: ComparedCheck,
  sections: readonly ComparedSection[],
): string {
  if (a.verdict === null || b.verdict === null) {
    const isRunning = isUnderWay(a) || isUnderWay(b);
    return isRunning ? 'One of both checks is still under way.' : 'One of both checks came to no verdict.';
  }
  const [then, now] = [TITLE_WORD[a.verdict.outcome], TITLE_WORD[b.verdict.outcome]];
  if (then !== now) return `${then}, then ${lowerFirst(now)}.`;
  const isOtherwise = sections.some(({ different }) => different.length > 0);
  return isOtherwise ? `${then} both times, with differences.` : `${then} both times; nothing differs.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `5 differences, 12 things alike`. */
export function countWords(sections: readonly ComparedSection[]): string {
  const sum = (of: (section: ComparedSection) => readonly unknown[]) =>
    sections.reduce((total, section) => total + of(section).length, 0);
  const [different, alike] = [sum((one) => one.different), sum((one) => one.alike)];
  return `${different} ${different === 1 ? 'difference' : 'differences'}, ${alikeWords(alike)}`;
}

export function alikeWords(count: number): string {
  return `${count} ${count === 1 ? 'thing' : 'things'} alike`;
}

/** Why what differs may say nothing of the other side: the checks were not asked alike, or not both to the end. Empty when they were. */
export function comparisonCaveats(
  a: ComparedCheck,
  b: ComparedCheck,
  sections: readonly ComparedSection[],
): string[] {
  const names = [
    ['first', a],
    ['second', b],
  ] as const;
  const unfinished = names.flatMap(([name, { status }]) =>
    status === 'done'
      ? []
      : isUnderWay({ status })
        ? [
            `The ${name} check is still under way: this compares what it has seen so far. Load the page again for the rest.`,
          ]
        : [
            `The ${name} check did not come to its end (${STATUS_WORD[status].toLowerCase()}): it has not seen everything.`,
          ],
  );
  const asked = sections.find(({ section }) => section === 'asked')?.different ?? [];
  const labels = asked.filter(({ what }) => CHANGES_ANSWERS.has(what)).map(({ what }) => WORDS[what].label);
  if (labels.length === 0) return unfinished;
  return [
    ...unfinished,
    `They were not asked alike (${labels.join(', ')}): a difference may come from that, not from the other side.`,
  ];
}

/** What others may answer otherwise to. */
const CHANGES_ANSWERS: ReadonlySet<AspectName> = new Set([
  ...(['asked.target', 'asked.depth', 'asked.sender', 'asked.helo', 'asked.message'] as const),
  ...(['asked.addresses', 'asked.identity', 'asked.tls'] as const),
]);
