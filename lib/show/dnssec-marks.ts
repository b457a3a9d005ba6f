import type { Report } from '@/lib/report/report';
import type { DnssecAnswer, DnssecLink, DnssecReason, DnssecState } from '@/lib/dnssec/evidence';
import type { HopRow } from './hop';
import type { Tone } from './words';

type DnssecEvidence = Pick<Report, 'dnssec'>;

const REASON_WORD: Record<DnssecReason, string> = {
  unsigned: 'not signed',
  'opt-out': 'not signed',
  'unknown-algorithm': 'unknown algorithm',
  'too-many-iterations': 'too many iterations',
  expired: 'expired',
  'not-yet-valid': 'not yet valid',
  'bad-signature': 'signature does not fit',
  'no-such-key': 'key not published',
  'missing-signature': 'signature missing',
  'wrong-ds': 'wrong DS at the parent',
  'no-keys': 'no keys',
  'no-proof': 'absence not proven',
  'no-answer': 'keys not answered',
  'without-edns': 'asked without EDNS',
  'no-trust-anchor': 'no trust anchor',
  'too-long': 'chain too long',
};

const TONE: Record<DnssecState, Tone | null> = {
  secure: 'good',
  insecure: null,
  bogus: 'bad',
  indeterminate: 'unknown',
};

/** The mark of one zone of the chain: none where nothing was examined. */
export function zoneMark({ dnssec }: DnssecEvidence, zone: string): HopRow[] {
  const link = dnssec?.links.find((one) => one.zone === zone);
  if (link === undefined || link.reason === 'no-trust-anchor') return [];
  return [{ left: 'DNSSEC', right: linkWords(link), tone: TONE[link.state], anchor: stepAnchor(link) }];
}

/** The mark of the answers about these names: one row when they are alike, else the ones that are not proven. */
export function answerMarks(
  { dnssec }: DnssecEvidence,
  isAbout: (answer: DnssecAnswer) => boolean,
): HopRow[] {
  const answers = dnssec?.answers.filter(isAbout) ?? [];
  const [first] = answers;
  if (first === undefined || first.reason === 'no-trust-anchor') return [];
  const isAlike = answers.every(({ state, reason }) => state === first.state && reason === first.reason);
  const rows = isAlike ? [first] : answers.filter(({ state }) => state !== 'secure');
  return rows.map((one) => ({
    left: isAlike ? 'DNSSEC' : `DNSSEC ${one.name} ${one.type}`,
    right: answerWords(one),
    tone: TONE[one.state],
    anchor: stepAnchor(one),
  }));
}

export function linkWords({ state, reason, keys, signature }: DnssecLink): string {
  if (state !== 'secure') return reason === null ? state : REASON_WORD[reason];
  return `proven · ${signature === null ? (keys[0] ?? '') : `key ${signature.keyTag} ${signature.algorithm}`}`;
}

export function answerWords({ state, reason }: Pick<DnssecAnswer, 'state' | 'reason'>): string {
  return state === 'secure' ? 'proven' : reason === null ? state : REASON_WORD[reason];
}

function stepAnchor({ evidence }: { evidence: readonly number[] }): string | null {
  const last = evidence.at(-1);
  return last === undefined ? null : `dns-${last}`;
}
