import type { Stage } from '@/lib/smtp/session';
import { RANKS, type Rank } from './ranks';
import type { Category, Meaning } from './schema';
import type { Source } from './sources';

/** One thing that servers say, and what it means. */
export interface Row {
  /** `category.what-is-said`, `provider.category`, `status.1.1`, `code.550`: one name for one row. */
  id: string;
  category: Category;
  /** Its place in the one order (`RANKS`), which also tells what the pattern is read over. */
  rank: Rank;
  /** Takes linear time: gaps are bounded. */
  pattern: RegExp;
  /** A reply in our own words that this row decides. */
  example: string;
  source: Source;
  /** Who means this by it. */
  provider?: string;
  /** Others use the same words: they count only when the provider itself speaks. */
  onlyFromProvider?: true;
  /** Counts at these stages only; where nobody tells the stage, it does not count. */
  stages?: readonly Stage[];
  /** In place of what the category has. */
  side?: Meaning['side'];
  whoActs?: Meaning['whoActs'];
  says?: string;
  meaning?: string;
  fix?: string;
  /** At an exchange of the recipient's domain the category's own side and words hold in place of those. */
  notAtExchange?: true;
  /** Counts only where nobody else is told to have said it: the server that writes speaks of what it did itself. */
  ownWordsOnly?: true;
  /** A page that helps the reader further. */
  page?: string;
}

type InTable = Omit<Row, 'category' | 'rank'>;

/** The rows of one category; each id is completed with it. */
export function rowsOf(category: Category, ranks: Partial<Record<Rank, readonly InTable[]>>): Row[] {
  return RANKS.flatMap(({ name: rank }) =>
    (ranks[rank] ?? []).map((row) => ({ ...row, id: `${category}.${row.id}`, category, rank })),
  );
}

/** Rows that say this where they say nothing of their own. */
export function saying(words: Pick<Row, 'says' | 'meaning' | 'fix'>, rows: readonly InTable[]): InTable[] {
  return rows.map((row) => ({ ...words, ...row }));
}

/** What one provider, filter or MTA means by its own codes and words; its patterns read the whole reply, in any case. */
export function saidBy(provider: string, rows: readonly Omit<Row, 'rank' | 'provider'>[]): Row[] {
  return rows.map((row) => ({ ...row, rank: 'provider', provider }));
}
