import type { Limit } from './cut';

/** What the short form has at most, of any check: it stands in a ticket or a mail. */
export const SHORT_LINES = 120;
export const SHORT_OCTETS = 8_192;

/**
 * What each part of it has at most. Together with headings, empty lines and the fences of Markdown they are within the whole
 * (`short-proof.test.ts`).
 */
export const SHORT = {
  title: { lines: 4, octets: 360 },
  line: { lines: 5, octets: 360 },
  state: { lines: 2, octets: 170 },
  plain: { lines: 10, octets: 800 },
  act: { lines: 9, octets: 700 },
  cases: { lines: 7, octets: 520 },
  link: { lines: 1, octets: 370 },
  facts: { lines: 7, octets: 560 },
  path: { lines: 5, octets: 400 },
  session: { lines: 20, octets: 1_540 },
  others: { lines: 4, octets: 440 },
  queries: { lines: 8, octets: 720 },
  contacts: { lines: 5, octets: 400 },
  tail: { lines: 4, octets: 420 },
} as const satisfies Record<string, Limit>;
