import { MAX_TOLD } from '@/lib/policy/spf/limits';
import type { DmarcView, OwnSpf, PoliciesView } from '@/lib/policy/view';
import { dmarcRow } from './dmarc-words';
import type { PolicyRow } from './policy-row';
import { sentences } from './sentences';
import { countWords, faultWords, soFar, spfRecords, stepLine } from './spf-words';
import type { Tone } from './words';

/** What such rows are called together. */
export const OWN_POLICIES = 'What receivers find of the sender of this check';

/** What receivers find that look up the sender of a check: SPF of each name that it gives from each of its addresses, then DMARC. */
export function ownPolicyRows({ own: { spf, dmarc } }: Pick<PoliciesView, 'own'>): PolicyRow[] {
  return [...spf.map(ownSpfRow), ...(dmarc === null ? [] : [ownDmarcRow(spf, dmarc)])];
}

const IDENTITY_WORD = { helo: 'HELO', sender: 'MAIL FROM' } as const;

const TONE: Readonly<Record<OwnSpf['result'], Tone>> = {
  pass: 'good',
  fail: 'bad',
  softfail: 'wait',
  permerror: 'bad',
  none: 'unknown',
  neutral: 'unknown',
  temperror: 'unknown',
};

/** Whether one name lets one address send, and by which term. */
export function ownSpfRow(spf: OwnSpf): PolicyRow {
  const { identity, address, result, explanation, records, steps } = spf;
  return {
    name: `SPF of ${IDENTITY_WORD[identity]}, ${address}`,
    tone: TONE[result],
    state: result,
    say: sentences(
      resultWords(spf),
      explanation === null ? '' : `The domain explains: “${explanation}”`,
      records.length === 0 ? '' : countWords(spf),
    ),
    records: spfRecords(records),
    steps: steps.map((step) => stepLine(step, `${OUTCOME_WORD[step.outcome]}, ${soFar(step)}`)),
  };
}

const OUTCOME_WORD = {
  matched: 'matches',
  'not-matched': 'does not match',
  error: 'ends in an error',
} as const satisfies Record<OwnSpf['steps'][number]['outcome'], string>;

function resultWords(spf: OwnSpf): string {
  const { domain, address, result, cause, decidedBy } = spf;
  switch (result) {
    case 'none':
      return `${domain} has no SPF record.`;
    case 'permerror':
      return faultWords(cause);
    case 'temperror':
      return `No usable answer about ${cause?.domain ?? domain}.`;
    default:
      return decidedBy === null
        ? `No term of the record of ${domain} matches ${address}.`
        : `It is decided by ${decidedBy.term} in the record of ${decidedBy.domain}${wayTo(spf, decidedBy)}.`;
  }
}

/** By which term receivers came to the record that decides, and which term in what it includes matches. */
function wayTo({ domain, records, steps }: OwnSpf, decidedBy: NonNullable<OwnSpf['decidedBy']>): string {
  const by =
    decidedBy.domain === domain
      ? null
      : (records.find((one) => one.domain === decidedBy.domain && one.by !== null)?.by ?? null);
  // Nothing is evaluated after a match: the last step is the innermost term, when all were kept.
  const last = steps.length < MAX_TOLD ? steps.at(-1) : undefined;
  const isOther = last?.term !== decidedBy.term || last.domain !== decidedBy.domain;
  const isWithin = last?.outcome === 'matched' && isOther;
  return `${by === null ? '' : `, to which ${by} leads`}${
    isWithin ? `: there ${last.term} in the record of ${last.domain} matches` : ''
  }`;
}

/**
 * RFC 9989 §4.4: the message of a check is not signed, and From has the domain of MAIL FROM, or with the null sender that of HELO, which
 * stands in its place (RFC 7208 §2.4): DMARC rests on SPF.
 */
export function ownDmarcRow(all: readonly OwnSpf[], dmarc: DmarcView): PolicyRow {
  const row = dmarcRow(dmarc.walk[0]?.domain ?? dmarc.organizational, dmarc);
  if (dmarc.policy === null) return row;
  const by = all.some(({ identity }) => identity === 'sender') ? 'sender' : 'helo';
  const ofAuthor = all.filter(({ identity }) => identity === by);
  const failing = ofAuthor.filter(({ result }) => result !== 'pass' && result !== 'temperror');
  const isPassed = ofAuthor.length > 0 && ofAuthor.every(({ result }) => result === 'pass');
  return {
    ...row,
    tone: failing.length === 0 ? row.tone : dmarc.applied === 'none' ? 'wait' : 'bad',
    say: sentences(
      row.say,
      `A message of a check has the same domain in From and ${IDENTITY_WORD[by]}, and no DKIM signature.`,
      isPassed ? 'SPF is aligned and passes, so DMARC passes.' : '',
      failing.length > 0 ? `From ${failing.map(({ address }) => address).join(', ')} it fails.` : '',
    ),
  };
}
