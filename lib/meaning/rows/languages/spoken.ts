import { spelt } from '../../phrase';
import { rowsOf, type Row } from '../../row';

/** What is told in other languages, and the rank it stands at: behind the English words of the same meaning. */
const RANKED = [
  ['greylisted', 'greylisting'],
  ['loop', 'loop'],
  ['virus', 'virus'],
  ['message-too-large', 'size'],
  ['mailbox-full', 'full'],
  ['tls-required', 'encryption'],
  ['sender-identity', 'identity'],
  ['rate-limited', 'rate'],
  ['spam-content', 'spam'],
  ['blocked', 'blocked'],
  ['relay-denied', 'not-ours'],
  ['sender-rejected', 'sender'],
  ['auth-required', 'credentials'],
  ['mailbox-disabled', 'closed'],
  ['moved', 'moved'],
  ['mailbox-unknown', 'recipient'],
  ['domain-unknown', 'no-such-domain'],
  ['busy', 'busy'],
  ['policy', 'refusal'],
  ['system-error', 'trouble'],
] as const;

type Language = (typeof RANKED)[number][0];

/** What is said in one language: patterns as people write the words; accents do not matter. */
export function spoken(
  language: string,
  said: Partial<Record<Language, { patterns: readonly string[]; example: string }>>,
): Row[] {
  return RANKED.flatMap(([category, rank]) => {
    const words = said[category];
    if (words === undefined) return [];
    const row = {
      id: language,
      pattern: spelt(words.patterns),
      example: words.example,
      source: 'memory',
    } as const;
    return rowsOf(category, { [rank]: [category === 'system-error' ? { ...row, ...NOBODYS } : row] });
  });
}

/** "Try later", in any language, names no part of any system. */
const NOBODYS = { side: 'unknown', whoActs: 'unknown' } as const;
