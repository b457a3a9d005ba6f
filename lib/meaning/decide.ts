import type { Stage } from '@/lib/smtp/session';
import { either } from './phrase';
import { RANKS, type Reads } from './ranks';
import type { Row } from './row';
import { ROWS } from './rows';
import type { Category } from './schema';

/** A reply in the forms that rows read; what it does not have is empty. */
export interface Wording extends Record<Reads, string> {
  /** Who is known to speak. */
  speaker: string | null;
  stage: Stage | null;
  /** No reply of another server is quoted. */
  isOwnWords: boolean;
}

/** The row that decides, and the category it means beside this code. */
export interface Decision {
  row: Row;
  category: Category;
}

/** The first row that fits, in the order of `RANKS`; null when nothing known is said. */
export function decide(said: Wording): Decision | null {
  for (const { reads, rows, any } of TABLE) {
    const text = said[reads];
    if (text === '') continue;
    const mayFit = any.test(text); // one look spares most replies most rows
    for (const { row, pattern } of rows) {
      if (row.onlyFromProvider === undefined ? !mayFit : row.provider !== said.speaker) continue;
      if (row.ownWordsOnly === true && !said.isOwnWords) continue;
      if (row.stages !== undefined && (said.stage === null || !row.stages.includes(said.stage))) continue;
      if (!pattern.test(text)) continue;
      const category = row.rank === 'provider' ? row.category : besideCode(row.category, said.code);
      if (category !== null) return { row, category };
    }
  }
  return null;
}

const TABLE = RANKS.map(({ name, reads }) => {
  const rows = ROWS.filter(({ rank }) => rank === name);
  return {
    reads,
    rows: rows.map((row) => ({ row, pattern: either(row.pattern) })),
    any: either(...rows.filter((row) => row.onlyFromProvider === undefined).map(({ pattern }) => pattern)),
  };
});

/** What replies to a command that is not understood are not about (RFC 5321 §4.2.2). */
const NO_SYNTAX: readonly Category[] = [
  'mailbox-unknown',
  'mailbox-disabled',
  'domain-unknown',
  'content-format',
  'policy',
];

/** What a category means beside a code that contradicts it; null when the code rules it out. */
function besideCode(category: Category, code: string): Category | null {
  // 503 is about the order of commands, unless plain words speak of the recipient.
  const isSyntax = /^50[02]$/.test(code) || (code === '503' && category !== 'mailbox-unknown');
  if (isSyntax && NO_SYNTAX.includes(category)) return 'protocol-error';
  // RFC 5321 §3.8: 421 ends a session, whoever the mail is for.
  if (code === '421' && category === 'mailbox-disabled') return null;
  // "Service unavailable" for good is no matter of load; not to take mail for now is (RFC 5321 §4.2.1).
  if (code.startsWith('5') && category === 'busy') return null;
  return code.startsWith('4') && category === 'not-accepting-mail' ? 'busy' : category;
}
