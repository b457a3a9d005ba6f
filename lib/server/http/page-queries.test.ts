import { expect, test } from 'vitest';
import type { Services } from '../engine/services';
import { type Caller, ROLE_RIGHTS } from '../verbs/caller';
import { query, verb } from '../verbs/verb';
import { areAsBefore, stampOf, withQuery } from './page-queries';

const NO_SERVICES = {} as Services;
const ADA: Caller = { who: 'ada', account: null, ip: '192.0.2.1', rights: [...ROLE_RIGHTS.reader] };
const BOB: Caller = { ...ADA, who: 'bob' };

/** A list that each has of their own. */
const lists = new Map([
  ['ada', ['a']],
  ['bob', ['b']],
]);
const list = query('read', ({ who }, { upper }: { upper: boolean }) => {
  const own = lists.get(who ?? '') ?? [];
  return upper ? own.map((one) => one.toUpperCase()) : own;
});

async function pageOf(caller: Caller) {
  const input = { upper: false };
  return withQuery([], list, input, await list(caller, input, NO_SERVICES)) ?? [];
}

test('a page is as before until one of its queries gives something else', async () => {
  const queries = await pageOf(ADA);
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(true);
  lists.set('ada', ['a', 'x']);
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(false);
  lists.set('ada', ['a']);
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(true);
});

test('the page of one is that of another when both are given the same, and they may ask', async () => {
  const queries = await pageOf(ADA);
  expect(await areAsBefore(queries, BOB, NO_SERVICES)).toBe(false);
  lists.set('bob', ['a']);
  expect(await areAsBefore(queries, BOB, NO_SERVICES)).toBe(true);
  expect(await areAsBefore(queries, { ...BOB, rights: [] }, NO_SERVICES)).toBe(false);
});

test('what is asked twice is asked again once; another input is another query', async () => {
  const once = await pageOf(ADA);
  expect(withQuery(once, list, { upper: false }, ['a'])).toHaveLength(1);
  expect(withQuery(once, list, { upper: true }, ['A'])).toHaveLength(2);
});

test('moments, maps and what is undefined count', async () => {
  let now: unknown = { at: new Date(0), of: new Map([['a', undefined]]) };
  const clock = query('read', () => now);
  const queries = withQuery([], clock, {}, now) ?? [];
  now = { at: new Date(0), of: new Map([['a', undefined]]) };
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(true);
  now = { at: new Date(1), of: new Map([['a', undefined]]) };
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(false);
  now = { at: new Date(0), of: new Map([['b', undefined]]) };
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(false);
});

test('a page that has asked for more than a query is not kept, whatever it asks for then', async () => {
  const charged = verb('read', () => 1);
  const queries = withQuery(await pageOf(ADA), charged, {}, 1);
  expect(queries).toBeNull();
  expect(withQuery(queries, list, { upper: false }, [])).toBeNull();
});

test('what has a stamp is known by it, and asked for in whole only where there is none', async () => {
  let stamp: number | null = 1;
  let asked = 0;
  const large = query(
    'read',
    () => ++asked,
    () => Promise.resolve(stamp),
  );
  const before = await stampOf(large, ADA, {}, NO_SERVICES);
  const queries = withQuery([], large, {}, await large(ADA, {}, NO_SERVICES), before) ?? [];
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(true);
  expect(asked).toBe(1);
  expect(await areAsBefore(queries, { ...ADA, rights: [] }, NO_SERVICES)).toBe(false);
  stamp = 2;
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(false);
  stamp = null;
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(false);
  expect(asked).toBe(2);
});

test('what had no stamp and has one now is another thing', async () => {
  let stamp: number | null = null;
  const ending = query(
    'read',
    () => 'under way',
    () => Promise.resolve(stamp),
  );
  const before = await stampOf(ending, ADA, {}, NO_SERVICES);
  const queries = withQuery([], ending, {}, 'under way', before) ?? [];
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(true);
  stamp = 1;
  expect(await areAsBefore(queries, ADA, NO_SERVICES)).toBe(false);
});
