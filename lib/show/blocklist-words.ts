import type { Weight } from '@/lib/blocklists/blocklist';
import type { AddressView, ListOutcome, ListView } from '@/lib/blocklists/view';
import { unreachable } from '@/lib/result';
import type { Tone } from './words';

/** What a listing does to mail; `list` is its name, or "it". */
export function weightWords(weight: Weight, list: string): string {
  switch (weight) {
    case 'many':
      return `Many receivers reject mail by ${list}.`;
    case 'some':
      return `Some receivers reject mail by ${list}, and filters count it.`;
    case 'few':
      return `Hardly any receiver rejects mail by ${list}.`;
  }
}

export const WEIGHT_TONE: Readonly<Record<Weight, Tone>> = { many: 'bad', some: 'wait', few: 'note' };

const STATE_WORD: Readonly<Record<ListOutcome['state'], string>> = {
  listed: 'listed',
  'not-listed': 'not listed',
  refused: 'refused',
  'no-answer': 'no answer',
  dead: 'dead list',
  'cut-short': 'not asked to the end',
};

/** In which order lists are shown: what is to be done first, and what is not known before what is in order. */
const STATE_ORDER: readonly ListOutcome['state'][] = [
  'listed',
  'refused',
  'no-answer',
  'dead',
  'cut-short',
  'not-listed',
];

/** Why a list refuses a query; Spamhaus began with these codes. */
const REFUSALS: Readonly<Record<string, string>> = {
  '127.255.255.252': 'by custom, because it was asked under a wrong name',
  '127.255.255.254':
    'by custom, because it takes who asks for a public resolver, or a host whose reverse DNS names nobody',
  '127.255.255.255': 'by custom, because it counts too many queries from here',
};

/** What is said of one list. */
export interface ListWords {
  tone: Tone;
  state: string;
  /** Sentences; none for what is in order. */
  says: string[];
}

/** What came of asking one list, in words. */
export function listWords({ outcome, weight, terms, about: holds }: ListView): ListWords {
  const state = STATE_WORD[outcome.state];
  const unknown = (...says: string[]): ListWords => ({
    tone: 'unknown',
    state,
    says: terms === null ? says : [...says, terms],
  });
  switch (outcome.state) {
    case 'listed':
      return { tone: WEIGHT_TONE[weight], state, says: [weightWords(weight, 'it'), holds] };
    case 'not-listed':
      return { tone: 'good', state, says: [] };
    case 'refused':
      return unknown(
        `It refuses queries from here, by the answer ${outcome.code}: ${REFUSALS[outcome.code] ?? 'it says nothing of anybody then'}.`,
      );
    case 'no-answer':
      return unknown('Its name servers gave no usable answer.');
    case 'dead':
      return { tone: 'unknown', state, says: [deadWords(outcome)] };
    case 'cut-short':
      return { tone: 'unknown', state, says: ['The limit of queries, or of time, was reached before.'] };
    default:
      return unreachable(outcome);
  }
}

function deadWords({ reason, data }: Extract<ListOutcome, { state: 'dead' }>): string {
  switch (reason) {
    case 'lists-nothing':
      return 'The test entry that every list must have (RFC 5782 §5) is not there, so “not listed” would mean nothing.';
    case 'lists-everything':
      return 'It lists the entry that no list may have (RFC 5782 §5), so “listed” would mean nothing.';
    case 'answers-no-list':
      return `It answers ${data ?? ''}. Lists answer within 127.0.0.0/8, so something else stands at its name.`;
  }
}

/** Lists in the order in which they are shown; those of one state as the table has them. */
export function inOrder(lists: readonly ListView[]): ListView[] {
  const place = ({ outcome }: ListView) => STATE_ORDER.indexOf(outcome.state);
  return lists.toSorted((one, other) => place(one) - place(other));
}

/** What all lists come to. */
export function addressVerdict({ about, lists }: Pick<AddressView, 'about' | 'lists'>): {
  tone: Tone;
  title: string;
  says: string;
} {
  const listed = lists.filter(({ outcome }) => outcome.state === 'listed');
  const answered = listed.length + lists.filter(({ outcome }) => outcome.state === 'not-listed').length;
  const open = lists.length - answered;
  const rest =
    open === 0 ? '' : `${open === 1 ? 'One more list' : `${open} more lists`} gave no answer that counts.`;
  const [worst] = listed;
  if (worst !== undefined)
    return {
      tone: WEIGHT_TONE[worst.weight],
      title:
        listed.length === 1
          ? `${about} is on the blocklist ${worst.zone}.`
          : `${about} is on ${listed.length} of the ${answered} blocklists that answered.`,
      says: [weightWords(worst.weight, listed.length === 1 ? 'it' : worst.zone), rest]
        .filter((words) => words !== '')
        .join(' '),
    };
  if (lists.length === 0) return { tone: 'note', title: `No blocklist was asked about ${about}.`, says: '' };
  if (answered === 0)
    return {
      tone: 'unknown',
      title: `It is not known whether ${about} is blocklisted: no list answered.`,
      says: '',
    };
  const [only] = lists.filter(({ outcome }) => outcome.state === 'not-listed');
  return {
    tone: 'good',
    title:
      answered === 1
        ? `${about} is not on ${only?.zone ?? ''}, the one blocklist that answered.`
        : `${about} is on none of the ${answered} blocklists that answered.`,
    says: rest,
  };
}

/** What a receiver finds that looks the name of an address up. */
export function reverseWords({ state, names }: NonNullable<AddressView['reverse']>): {
  tone: Tone;
  says: string[];
} {
  if (state === 'failed') return { tone: 'unknown', says: ['Its reverse name could not be looked up.'] };
  if (state === 'none')
    return {
      tone: 'bad',
      says: [
        'It has no reverse name (PTR), and many receivers refuse mail from such an address.',
        'Whoever runs its network can set one.',
      ],
    };
  const says = names.map(({ name, confirmed }) =>
    confirmed === null
      ? `${name}: whether it leads back was not found out.`
      : confirmed
        ? `${name} leads back to it.`
        : `${name} does not lead back to it, so receivers take it for no name.`,
  );
  const isConfirmed = names.some(({ confirmed }) => confirmed === true);
  if (isConfirmed) return { tone: 'good', says };
  return { tone: names.some(({ confirmed }) => confirmed === null) ? 'unknown' : 'bad', says };
}
