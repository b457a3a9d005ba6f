import { expect, test } from 'vitest';
import { place } from '@/lib/report/reference';
import { CATEGORIES } from '@/lib/meaning/categories';
import { ROWS } from '@/lib/meaning/rows';
import { describe as describeFinding, entryOf } from './found';
import { TOPICS } from './topics';
import { catalogue, type FindingCode } from './catalogue';

const codes = Object.keys(catalogue) as FindingCode[];

test.each(codes)('%s: code, words and references are in form', (code) => {
  const entry = entryOf(code);
  const finding = describeFinding({ code, args: entry.example, evidence: [place('route')] });
  expect(code).toMatch(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(finding.title).not.toMatch(/[.!]$/);
  for (const words of [
    finding.title,
    finding.why,
    finding.fix,
    entry.headline?.(entry.example) ?? '',
    entry.judged,
  ])
    expect(words).not.toMatch(/undefined|NaN|\[object|!/);
  expect(finding.why.length).toBeGreaterThan(20);
  for (const reference of finding.refs)
    expect(reference).toMatch(/^RFC \d{3,5} §\d+(\.\d+)*$|^draft-[a-z-]+$/);
});

/** The reader of a link may be either side; and what administrators do not say (`docs/words.md`). */
const UNSAID =
  /\b(our|ours|us|we|for good|refuse[sd]? for now|put(s|ting)? off|whose turn|the receiving side|the sending side)\b|Mail is not lost/i;

/** All that the catalogue says of its example. */
function wordsOf(code: FindingCode): string[] {
  const entry = entryOf(code);
  const { title, why, fix } = describeFinding({ code, args: entry.example, evidence: [place('route')] });
  const { headline, plain, example, judged } = entry;
  return [title, why, fix, headline?.(example) ?? '', plain?.(example) ?? '', judged];
}

test.each(codes)('%s: speaks to either side, in the words of the field', (code) => {
  for (const words of wordsOf(code)) expect(words).not.toMatch(UNSAID);
});

test.each(codes)('%s: has one apostrophe', (code) => {
  for (const words of wordsOf(code)) expect(words).not.toMatch(/\w's\b/);
});

/** Words of a sentence that is still read at once (`docs/words.md`). */
const MOST_WORDS = 30;

const longest = (text: string): number =>
  Math.max(
    ...text
      .split(/(?<=[.!?])\s+|\n/)
      .map((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length),
  );

test.each(codes)('%s: no sentence is long', (code) => {
  for (const words of wordsOf(code)) expect(longest(words), words).toBeLessThanOrEqual(MOST_WORDS);
});

test('no sentence about a reply is long, and all have one apostrophe', () => {
  const told = Object.values(CATEGORIES).flatMap((words) => [
    words,
    words.atExchange ?? {},
    words.givenUp ?? {},
    words.forGood ?? {},
  ]);
  for (const { meaning = '', fix = '' } of [...told, ...ROWS]) {
    expect(longest(meaning), meaning).toBeLessThanOrEqual(MOST_WORDS);
    expect(longest(fix), fix).toBeLessThanOrEqual(MOST_WORDS);
    expect(meaning + fix).not.toMatch(/\w's\b/);
    expect(meaning + fix).not.toMatch(UNSAID);
  }
});

test.each(codes)('%s: with a headline comes a paragraph for everybody', (code) => {
  const entry = entryOf(code);
  expect(entry.plain === undefined).toBe(entry.headline === undefined);
});

test.each(codes)('%s: what is an error says what to do', (code) => {
  const entry = entryOf(code);
  const { severity, fix } = describeFinding({ code, args: entry.example, evidence: [place('route')] });
  if (severity === 'error' || severity === 'warning') expect(fix).not.toBe('');
});

/** Causes and reasons are words of their own. */
const isOfNames = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => String(one).includes('.'));

const TWO = ['a.example.org [192.0.2.25]', 'b.example.org [192.0.2.26]'];
/** They are a subject, and the verb is one of the singular. */
const SINGULAR =
  /(?:^|[.:] |The backup |that )a\.example\.org \[192\.0\.2\.25\] and b\.example\.org \[192\.0\.2\.26\] (?:\w*[^\Ws]s|does|has|is|was)\b|(?:, says| stands) a\.example\.org \[192\.0\.2\.25\] and b\.example\.org/;

test.each(codes.filter((code) => Object.values(entryOf(code).example).some(isOfNames)))(
  '%s: two of a list have a plural',
  (code) => {
    const entry = entryOf(code);
    const args = Object.fromEntries(
      Object.entries(entry.example).map(([name, value]) => [name, isOfNames(value) ? TWO : value]),
    );
    const { title, why, fix } = describeFinding({ code, args, evidence: [place('route')] });
    for (const words of [title, why, fix, entry.headline?.(args) ?? '', entry.plain?.(args) ?? ''])
      expect(words).not.toMatch(SINGULAR);
  },
);

test('every finding stands in one topic, under its name', () => {
  const placed = Object.entries(TOPICS).flatMap(([topic, { catalogue: own }]) =>
    Object.keys(own).map((code) => ({ topic, code, area: code.slice(0, code.indexOf('.')) })),
  );
  expect(placed.map(({ code }) => code).sort()).toEqual([...codes].sort());
  expect(placed.filter(({ topic, area }) => topic !== area && area !== 'survey')).toEqual([]);
});
