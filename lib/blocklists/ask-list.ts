import type { LookUp } from '@/lib/policy/lookup';
import { textOfTxt } from '@/lib/policy/txt';
import type { Blocklist, Subject } from './blocklist';
import { entriesOf, testEntries } from './query-name';
import { type ListAnswer, readAnswer } from './read-answer';
import type { ListOutcome } from './view';

/** TXT records of one entry that are kept, and characters of each: they are whatever the list has written. */
const [MAX_TEXTS, MAX_TEXT] = [4, 400] as const;

/** By what means lists are asked. */
export interface Asking {
  lookUp: LookUp;
  /** Whether a limit has left something unasked. */
  isCutShort(): boolean;
  /** Zones whose test entries were as they must be, not long ago. */
  working: { has(zone: string): boolean; add(zone: string): void };
}

/** Asks a list about a subject, for its test entries first; never rejects for what the network did. */
export async function askList(list: Blocklist, subject: Subject, asking: Asking): Promise<ListOutcome> {
  const fault = asking.working.has(list.zone) ? null : await test(list, asking);
  if (fault !== null) return fault;
  for (const { entry, about } of entriesOf(subject)) {
    const name = `${entry}.${list.zone}`;
    const answer = await ask(list, entry, asking);
    if (answer.state === 'listed') return { ...answer, about, texts: await textsOf(name, asking.lookUp) };
    if (answer.state !== 'not-listed') return faultOf(answer, asking);
  }
  return { state: 'not-listed' };
}

/** RFC 5782 §5: one entry must be there, another must not. Null when it is so. */
async function test(list: Blocklist, asking: Asking): Promise<ListOutcome | null> {
  const entries = testEntries(list);
  const [listed, unlisted] = await Promise.all([
    ask(list, entries.listed, asking),
    ask(list, entries.unlisted, asking),
  ]);
  for (const answer of [listed, unlisted])
    if (answer.state === 'refused' || answer.state === 'foreign') return faultOf(answer, asking);
  if (unlisted.state === 'listed') return dead('lists-everything');
  if (listed.state === 'not-listed') return dead('lists-nothing');
  if (listed.state === 'no-answer' || unlisted.state === 'no-answer')
    return faultOf({ state: 'no-answer' }, asking);
  asking.working.add(list.zone);
  return null;
}

async function ask(list: Blocklist, entry: string, { lookUp }: Asking): Promise<ListAnswer> {
  return readAnswer(list, await lookUp(`${entry}.${list.zone}`, 'A'));
}

type Fault = Extract<ListAnswer, { state: 'refused' | 'foreign' | 'no-answer' }>;

function faultOf(answer: Fault, { isCutShort }: Asking): ListOutcome {
  if (answer.state === 'foreign') return dead('answers-no-list', answer.data);
  if (answer.state === 'no-answer' && isCutShort()) return { state: 'cut-short' };
  return answer;
}

function dead(
  reason: Extract<ListOutcome, { state: 'dead' }>['reason'],
  data: string | null = null,
): ListOutcome {
  return { state: 'dead', reason, data };
}

/** RFC 5782 §2.1: why it is listed. */
async function textsOf(name: string, lookUp: LookUp): Promise<string[]> {
  const { data } = await lookUp(name, 'TXT');
  return data.slice(0, MAX_TEXTS).map((one) => textOfTxt(one).slice(0, MAX_TEXT));
}
