import type { Hop } from '@/lib/mail/received';
import type { MessageReading } from './message-reading';
import type { OutlookReason, Provider, RuleCode, RuleView, WayView } from './message-view';
import type { SignatureView } from './view';

/** What a rule is judged by. */
interface Seen extends Pick<WayView, 'spf' | 'dmarc' | 'reverse'> {
  reading: MessageReading;
  dkim: readonly SignatureView[];
  /** The one by which the receiver took it; null when the message names none. */
  hop: Pick<Hop, 'by' | 'with' | 'isEncrypted'> | null;
}

/** Who demands what of bulk senders; `lib/show/bulk-words.ts` has the sources and their dates. */
const DEMANDED: Readonly<Record<RuleCode, readonly Provider[]>> = {
  spf: ['gmail', 'yahoo', 'microsoft'],
  dkim: ['gmail', 'yahoo', 'microsoft'],
  'dmarc-record': ['gmail', 'yahoo', 'microsoft'],
  alignment: ['gmail', 'yahoo', 'microsoft'],
  'reverse-name': ['gmail', 'yahoo'],
  tls: ['gmail'],
  unsubscribe: ['gmail', 'yahoo'],
  from: ['gmail', 'yahoo', 'microsoft'],
};

type Judged = [state: RuleView['state'], evidence: string[]];

const RULES: Readonly<Record<RuleCode, (seen: Seen) => Judged>> = {
  spf: ({ spf }) =>
    spf === null || spf.result === 'temperror'
      ? ['unknown', spf === null ? [] : [`${spf.address} for ${spf.domain}: temperror`]]
      : [metIf(spf.result === 'pass'), [`${spf.address} for ${spf.domain}: ${spf.result}`]],
  dkim: ({ dkim }) => [
    stateOf(dkim.some(passes), dkim.length > 0 && dkim.every(({ result }) => result === 'temperror')),
    dkim.map(({ domain, selector, result }) => `${domain} (${selector}): ${result}`),
  ],
  'dmarc-record': ({ dmarc }) => [
    dmarc === null ? 'failed' : stateOf(dmarc.policy !== null, dmarc.state === 'temperror'),
    !dmarc?.from || dmarc.record === null ? [] : [`_dmarc.${dmarc.from}: ${dmarc.record}`],
  ],
  alignment: ({ dmarc }) => [
    dmarc === null
      ? 'failed'
      : stateOf(dmarc.result === 'pass', dmarc.result === 'temperror' || dmarc.result === 'unknown'),
    (dmarc?.alignments ?? []).map(
      ({ by, domain, isAligned }) =>
        `${by.toUpperCase()} of ${domain}: ${isAligned ? 'aligned' : 'not aligned'}`,
    ),
  ],
  'reverse-name': ({ reverse }) => {
    if (reverse === null) return ['unknown', []];
    const isOpen =
      reverse.state === 'failed' || reverse.names.some(({ isConfirmed }) => isConfirmed === null);
    return [
      stateOf(
        reverse.names.some(({ isConfirmed }) => isConfirmed === true),
        isOpen,
      ),
      reverse.names.map(({ name }) => name),
    ];
  },
  tls: ({ hop }) => {
    const isEncrypted = hop?.isEncrypted ?? null;
    return [isEncrypted === null ? 'unknown' : metIf(isEncrypted), hop === null ? [] : hopWords(hop)];
  },
  unsubscribe: ({ reading, dkim }) => {
    const { links, isOneClick, signedBy } = reading.unsubscribe;
    const isSigned = dkim.some((one) => passes(one) && signedBy.includes(one.domain));
    // RFC 8058 §3.1, §4: a link of HTTPS, and both fields signed.
    return [metIf(isOneClick && links.some((link) => /^https:/i.test(link)) && isSigned), links];
  },
  from: ({ reading: { author } }) => [
    metIf(author.fault === null),
    author.address === null ? [] : [author.address],
  ],
};

/** Who took it and by which protocol, as it wrote down (RFC 5321 §4.4). */
function hopWords({ by, with: protocol, isEncrypted }: NonNullable<Seen['hop']>): string[] {
  const said = [by === null ? '' : `by ${by}`, protocol === null ? '' : `with ${protocol}`].filter(
    (part) => part !== '',
  );
  // RFC 3848: the last letters name TLS; where they do not, a comment has.
  const isInComment = isEncrypted === true && !/sa?$/i.test(protocol ?? '');
  return said.length === 0 ? [] : [`${said.join(' ')}${isInComment ? ', TLS in a comment' : ''}`];
}

/** What the three demand of bulk senders, one by one. */
export function rulesOf(seen: Seen): RuleView[] {
  return (Object.keys(RULES) as RuleCode[]).map((code) => {
    const [state, evidence] = RULES[code](seen);
    return { code, state, by: [...DEMANDED[code]], evidence };
  });
}

/**
 * Why Microsoft may refuse the message with 550 5.7.515: of those who send much it demands that SPF passes, and DKIM, and that one of
 * both is aligned; with one alone the message depends on it.
 */
export function outlookReasons({ spf, dkim, dmarc }: Seen): OutlookReason[] {
  const aligned = new Set(dmarc?.alignments.flatMap(({ by, isAligned }) => (isAligned ? [by] : [])));
  const reasons: OutlookReason[] = [];
  if (dmarc !== null && dmarc.policy === null && dmarc.state !== 'temperror') reasons.push('no-record');
  if (spf !== null && spf.result !== 'pass' && spf.result !== 'temperror') reasons.push('spf');
  if (!dkim.some((one) => passes(one) || one.result === 'temperror')) reasons.push('dkim');
  // Where neither passes, there is nothing that could be aligned.
  if (dmarc?.result === 'fail' && (spf?.result === 'pass' || dkim.some(passes))) reasons.push('not-aligned');
  // Of both that pass; where one is not known, it may well be aligned.
  if (reasons.length === 0 && spf?.result === 'pass' && aligned.size === 1) reasons.push('one-aligned');
  return reasons;
}

function passes({ result }: SignatureView): boolean {
  return result === 'pass';
}

function metIf(isMet: boolean): RuleView['state'] {
  return isMet ? 'met' : 'failed';
}

function stateOf(isMet: boolean, isOpen: boolean): RuleView['state'] {
  return isMet ? 'met' : isOpen ? 'unknown' : 'failed';
}
