/** Times closer than this are alike, whatever their ratio: a busy machine or line makes as much. */
const MIN_DIFFERENCE_MS = 500;

/** And so are times of which neither is this many times the other. */
const MIN_TIMES_AS_LONG = 3;

/** Whether two times, in milliseconds, differ by more than networks and machines do by themselves. */
export function differInTime(a: number, b: number): boolean {
  const [short, long] = a < b ? [a, b] : [b, a];
  return long - short >= MIN_DIFFERENCE_MS && long >= short * MIN_TIMES_AS_LONG;
}

/** A host name or an address: another one is another machine. A version, a decimal or a time of day is none. */
const MACHINE =
  /^(?:[\w-]+\.)+[a-z][a-z0-9-]*$|^\d{1,3}(?:\.\d{1,3}){3}$|^(?=.*:.*:)(?=.*[a-f]|.*::)[\da-f:.]+$/i;

const OF_A_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|[A-Z]{1,4}T|UTC)$/;

/**
 * A text of the other side, or of ours, without what is another one each time: ids, moments, counts. Names and addresses stay;
 * `id` is one that is known. Two texts that are the same without these are alike.
 */
export function withoutJitter(text: string, id: string | null = null): string {
  const known = id === null || id === '' ? text : text.replaceAll(id, '0');
  return known
    .split(/([^\w.:-]+)/)
    .map((word) => (isJitter(word) ? '0' : word))
    .join('');
}

/** A word that ends a sentence has its full stop. */
function isJitter(word: string): boolean {
  const bare = word.replace(/[.:]$/, '');
  return (/\d/.test(bare) && !MACHINE.test(bare)) || OF_A_DATE.test(bare);
}
