import { RFC_LIMITS } from '@/lib/policy/spf/limits';
import { hasOpenRedirect, openTerms } from '@/lib/policy/spf/open-terms';
import type { OwnSpf, SpfView } from '@/lib/policy/view';
import type { PolicyRow } from './policy-row';
import { sentences } from './sentences';

/** What is said of senders that no other term names. */
const ALL_WORD = {
  '+': 'Everybody may send in its name.',
  '-': 'Who is not named may not send in its name.',
  '~': 'Who is not named probably may not send in its name.',
  '?': 'Of who is not named it says nothing.',
} as const;

/** What the record of a domain comes to, whoever sends; left out: questions about it that were not asked. */
export function spfRow(spf: SpfView, isLeftOut = false): PolicyRow {
  const { state, all, records, steps, cause, lookAlikes = [] } = spf;
  const open = records.flatMap(({ text }) => openTerms(text));
  const isRedirectOpen = records.some(({ text }) => hasOpenRedirect(text));
  const others = all === null ? (isRedirectOpen ? '' : ALL_WORD['?']) : ALL_WORD[all];
  const byMail =
    open.length === 0 ? '' : `What depends on the mail at hand was not looked up: ${open.join(', ')}.`;
  const rows = {
    none: ['unknown', 'none', 'It does not say who may send in its name.'],
    ok: [all === '+' ? 'wait' : 'good', 'valid', sentences(others, byMail, countWords(spf))],
    permerror: ['wait', 'error', sentences(faultWords(cause), byMail, countWords(spf))],
    temperror: ['wait', 'not to be had', `No usable answer about ${cause?.domain ?? 'it'}.`],
  } as const;
  const [tone, word, say] = rows[state];
  const failed = isLeftOut ? 'not asked to its end' : 'ends in an error';
  return {
    name: 'SPF',
    tone,
    state: word,
    say,
    records: [
      ...spfRecords(records),
      ...lookAlikes.map((text) => ({ at: 'A TXT record that is none of SPF', text })),
    ],
    steps: steps.map((step) =>
      stepLine(step, step.outcome === 'error' ? failed : soFar(step, open.includes(step.term))),
    ),
  };
}

/** Records as they were read, each with the term that led to it. */
export function spfRecords(records: SpfView['records']): PolicyRow['records'] {
  return records.map(({ domain, text, by }) => ({
    at: `${domain} TXT${by === null ? '' : ` (by ${by})`}`,
    text,
  }));
}

type Step = SpfView['steps'][number];

/** A term below the one that led to its record. */
export function stepLine({ depth, term }: Step, outcome: string): string {
  return `${'  '.repeat(depth)}${term}: ${outcome}`;
}

/** How much of what RFC 7208 §4.6.4 allows was needed. */
export function countWords({
  lookups,
  voidLookups,
  isPartial = false,
}: Pick<OwnSpf, 'lookups' | 'voidLookups'> & Pick<SpfView, 'isPartial'>): string {
  const { lookups: most, voidLookups: mostVoid } = RFC_LIMITS;
  return `DNS lookups: ${isPartial ? 'at least ' : ''}${lookups} of ${most}; those that find nothing: ${voidLookups} of ${mostVoid}.`;
}

/** The same, up to one step. */
export function soFar({ lookups, voidLookups }: Step, isOpen = false): string {
  return [
    ...(isOpen ? ['depends on the mail'] : []),
    lookups === 1 ? '1 lookup so far' : `${lookups} lookups so far`,
    ...(voidLookups > 0 ? [`${voidLookups} found nothing`] : []),
  ].join(', ');
}

/** Why nothing can be said of a sender. */
export function faultWords(cause: SpfView['cause']): string {
  return `Receivers cannot evaluate it: ${SPF_CAUSE[cause?.kind ?? 'syntax']}.`;
}

const SPF_CAUSE: Readonly<Record<NonNullable<SpfView['cause']>['kind'], string>> = {
  syntax: 'a term is not of the form',
  'several-records': 'there are several records',
  'too-many-lookups': 'it needs more lookups than are allowed',
  'too-many-void-lookups': 'too many lookups find nothing',
  'too-many-exchanges': 'a term leads to too many exchanges',
  'no-record': 'a term leads to a domain without a record',
  'no-name': 'a term leads to what is no name',
  'dns-failed': 'no usable answer',
};
