import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCases } from '@/e2e/score/read-cases';
import { Stage } from '@/lib/smtp/session';
import { findReply } from './find-reply';
import { decideReply } from './meaning';
import { MAX_EXAMINED } from './normalise';
import { either } from './phrase';
import { RANKS } from './ranks';
import type { Row } from './row';
import { ROWS } from './rows';
import { STATUS_CODES } from './rows/status-codes';
import { Category } from './schema';

const SETS = [
  'e2e/fixtures/smtp-replies',
  'e2e/fixtures/published-replies',
  '../shared/corpora/smtp-replies',
];
/** What is documented or registered may stand without a reply of the sets that needs it. */
const DOCUMENTED: readonly Row['source'][] = [
  'rfc',
  'registry',
  'heard',
  'google',
  'microsoft',
  'exchange-pressure',
  'yahoo',
  'apple',
  'gmx',
  'mimecast',
  'talos',
  'qq',
  'postfix',
  'postfix-verify',
  'postscreen',
  'spamhaus',
  'ended-lists',
  't-online',
  'exim',
  'godaddy',
  'ses',
  'postfix-source',
  'tls-results',
];
/** Known from collections that are not part of the project: judged when they are there. */
const COLLECTED: readonly Row['source'][] = [
  'field-manual',
  'sisimai',
  'zone-mta',
  'kumomta',
  'postalsys',
  'mdbp',
  'bmh',
];

test('every row has a name of its own', () => {
  const ids = ROWS.map(({ id }) => id);
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
});

test('every rank has rows', () => {
  expect(RANKS.map(({ name }) => name).filter((name) => !ROWS.some(({ rank }) => rank === name))).toEqual([]);
});

test.each(STATUS_CODES)('RFC 5248: X.$key has a known category', ({ category }) => {
  expect(Category.safeParse(category).success).toBe(true);
});

test.each(ROWS)(
  '$id decides its example: $example',
  ({ id, example, stages, onlyFromProvider, provider }) => {
    const { decision, speaker } = decideReply(findReply(example), { stage: stages?.[0] });
    expect(decision?.row.id).toBe(id);
    if (onlyFromProvider) expect(speaker).toBe(provider);
  },
);

test('no row is dead on the labelled sets', () => {
  const replies = SETS.filter((set) => existsSync(set)).flatMap((set) => readCases(set));
  const alive = new Set(replies.flatMap(decidingRow));
  const isComplete = existsSync(SETS.at(-1) ?? '');
  const judged = ROWS.filter(
    ({ source }) => !DOCUMENTED.includes(source) && (isComplete || !COLLECTED.includes(source)),
  );
  expect(judged.map(({ id }) => id).filter((id) => !alive.has(id))).toEqual([]);
});

function decidingRow(fields: Record<string, unknown>): string | never[] {
  const fragments = fields['fragments'];
  const reply = Array.isArray(fragments) ? fragments.join(' ') : String(fields['reply']);
  const host = typeof fields['host'] === 'string' && fields['host'] !== '' ? fields['host'] : undefined;
  const stage = Stage.safeParse(fields['stage']).data;
  return decideReply(findReply(reply), { stage, host }).decision?.row.id ?? [];
}

test('what is known from memory only gets less', () => {
  const known = readFileSync('lib/meaning/memory.txt', 'utf8').trim().split('\n');
  const memory = ROWS.filter(({ source }) => source === 'memory').map(({ id }) => id);
  expect(
    memory.filter((id) => !known.includes(id)),
    'not in memory.txt: name a source',
  ).toEqual([]);
  expect(
    known.filter((id) => !memory.includes(id)),
    'no longer from memory: take it out',
  ).toEqual([]);
});

test('every pattern takes linear time', () => {
  const slow = ROWS.flatMap(({ id, pattern, example }) => {
    const read = either(pattern);
    const words = example.toLowerCase().split(/\s+/);
    const pieces = [...words, ...words.map((word) => `${word} `), example, 'a', ' ', '0.'];
    return pieces.map((piece) => ({ id, piece, ms: timeOf(read, piece) }));
  });
  expect(slow.filter(({ ms }) => ms > LONG_MS)).toEqual([]);
});

/** Far above what a linear pattern takes for so long a text, far below what a quadratic one does. */
const LONG_MS = 40;

/** The machine may do something else meanwhile: what took long is tried again. */
function timeOf(pattern: RegExp, piece: string, tries = 12): number {
  const text = piece.repeat(Math.ceil((2 * MAX_EXAMINED) / piece.length));
  const from = performance.now();
  pattern.test(text);
  const ms = performance.now() - from;
  return ms > LONG_MS && tries > 1 ? timeOf(pattern, piece, tries - 1) : ms;
}
