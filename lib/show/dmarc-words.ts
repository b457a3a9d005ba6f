import { parseDmarc } from '@/lib/policy/dmarc/record';
import type { DmarcView } from '@/lib/policy/view';
import type { PolicyRow } from './policy-row';
import { sentences } from './sentences';

const POLICY_WORD = {
  none: 'asks for nothing to be done with mail that fails',
  quarantine: 'asks for mail that fails to be set apart',
  reject: 'asks for mail that fails to be rejected',
} as const;

/**
 * What a domain asks receivers to do, by which record of the tree walk, and whether its reports may go where they are to go; left out:
 * questions about it that were not asked.
 */
export function dmarcRow(domain: string, dmarc: DmarcView, isLeftOut = false): PolicyRow {
  const { state, policy, from, record, walk, permissions, tag } = dmarc;
  const asks = policy === null ? '' : `It ${POLICY_WORD[policy]}`;
  const more = [testWords(dmarc), ...(state === 'ok' ? belowWords(record) : []), strictWords(dmarc)];
  const rows = {
    none: ['unknown', 'none', 'No record says what is to be done with mail that fails.'],
    ok: ['good', `p=${policy ?? ''}`, sentences(`${asks}.`, ...more)],
    inherited: [
      'good',
      `${tag ?? 'p'}=${policy ?? ''}`,
      sentences(`${asks}, by the record of ${from ?? ''}.`, ...more),
    ],
    invalid: ['wait', 'does not count', 'Receivers apply no policy.'],
    temperror: ['wait', 'not to be had', 'No usable answer.'],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    name: 'DMARC',
    tone,
    state: word,
    say,
    records: record === null ? [] : [{ at: `_dmarc.${from ?? domain} TXT`, text: record }],
    steps: [
      ...walk.flatMap((step) => walkLines(step, isLeftOut)),
      ...permissions.map(({ name, state: may }) => `${name}: ${PERMISSION_WORD[may]}`),
    ],
  };
}

/** RFC 9989 §4.7: with `t=y` the next milder one is to be applied. */
function testWords({ policy, applied }: DmarcView): string {
  return policy === applied || applied === null
    ? ''
    : `It is being tried out (t=y): receivers are asked to apply ${applied} in its place.`;
}

/** What it says of names below its own. */
function belowWords(record: string | null): string[] {
  const { sp = null, np = null } = record === null ? {} : parseDmarc(record);
  return [
    sp === null ? '' : `For names below it: ${sp} (sp).`,
    np === null ? '' : `For names below it that do not exist: ${np} (np).`,
  ];
}

function strictWords({ strict }: DmarcView): string {
  const who = strict.map((one) => one.toUpperCase()).join(' and ');
  return strict.length === 0 ? '' : `${who} must be of exactly the domain in From.`;
}

/** One name that was asked, and what else stands there. */
function walkLines({ domain, outcome, others }: DmarcView['walk'][number], isLeftOut: boolean): string[] {
  const word = `${WALK_WORD[outcome]}${outcome === 'failed' && isLeftOut ? ', or not asked' : ''}`;
  return [`_dmarc.${domain}: ${word}`, ...others.map((text) => `  other text: ${text}`)];
}

const WALK_WORD = {
  record: 'a record',
  none: 'no record',
  several: 'several records, all discarded',
  failed: 'no usable answer',
} as const;

/** RFC 9990 §4. */
const PERMISSION_WORD = {
  permitted: 'reports are permitted',
  none: 'reports are not permitted, there is no record',
  invalid: 'reports are not permitted, the record is not of the form',
  'not-asked': 'not asked whether reports are permitted, there are too many',
  temperror: 'not known whether reports are permitted, no usable answer',
} as const satisfies Record<DmarcView['permissions'][number]['state'], string>;
