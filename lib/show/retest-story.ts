import { MAX_RETESTS } from '@/lib/report/retest-limit';
import type { Retest, RetestTry } from '@/lib/report/retest';

/**
 * What came of a check that is repeated by itself, in a sentence: "First try 450 at 10:02 UTC, accepted at 10:08:
 * greylisting, working as meant."
 */
export function retestStory({ tries, reason, nextAt, ending }: Retest): string {
  const [first, ...later] = tries;
  if (first === undefined) return '';
  const day = dayOf(first.at);
  const told = [
    `First try ${tryWords(first)} at ${clock(first.at)} UTC`,
    ...later.map(
      (one) => `${tryWords(one)} at ${dayOf(one.at) === day ? '' : `${dayOf(one.at)}, `}${clock(one.at)}`,
    ),
  ].join(', ');
  if (ending === 'settled') return `${told}${settledWords(later.at(-1), reason)}`;
  if (ending === 'stopped') return `${told}. No further try: it was stopped.`;
  if (ending === 'used-up') return `${told}. ${usedUpWords(tries.length)}`;
  if (nextAt === null) return `${told}.`;
  return `${told}. The next try is at ${dayOf(nextAt) === day ? '' : `${dayOf(nextAt)}, `}${clock(nextAt)}, automatically.`;
}

/** Either all tries were made, or the time that the server named leads out of the window. */
function usedUpWords(count: number): string {
  const asked = `It was asked ${count === 1 ? 'once' : `${count} times`} within 24 hours`;
  const why = count > MAX_RETESTS ? '' : ', and the next try would be later than that';
  return `${asked}${why}; a mail server goes on for four or five days (RFC 5321 §4.5.4.1).`;
}

function tryWords({ status, outcome, code }: RetestTry): string {
  if (status === 'queued' || status === 'running') return 'under way';
  switch (outcome) {
    case 'accepted':
      return 'accepted';
    case 'permanent':
      return code === null ? 'refused' : `refused with ${code}`;
    case 'temporary':
      return code === null ? 'deferred' : String(code);
    case 'no-mail':
      return 'takes no mail';
    case 'depends':
      return 'it depends';
    case 'unknown':
    case null:
      return 'without a result';
  }
}

function settledWords(last: RetestTry | undefined, reason: Retest['reason']): string {
  if (last?.outcome !== 'accepted') return ': what looked temporary is a refusal for good.';
  return reason === 'greylisted'
    ? ': greylisting, working as meant.'
    : ': the refusal was temporary, as it said.';
}

function clock(iso: string): string {
  return iso.slice(11, 16);
}

function dayOf(iso: string): string {
  return iso.slice(0, 10);
}
