import { wordsOf } from './categories';
import type { Row } from './row';

const { says, meaning, fix } = wordsOf('unknown', false);

/** What a row adds that knows the kind of trouble at most: neither the reason is told, nor whose it is. */
export const UNEXPLAINED = {
  side: 'unknown',
  whoActs: 'unknown',
  says,
  meaning,
  fix,
} as const satisfies Partial<Row>;
