import { expect, test } from 'vitest';
import { type FakeZone, fakeLookUp } from '@/lib/policy/fake-zone';
import { askList } from './ask-list';
import type { Blocklist, Subject } from './blocklist';

const LIST: Blocklist = {
  zone: 'bl.test',
  operator: 'Somebody',
  holds: ['ipv4'],
  about: 'Addresses.',
  weight: 'some',
  codes: { kind: 'values', words: { '127.0.0.2': 'spam' } },
  removal: { how: 'Ask there.', url: 'https://bl.test/' },
  terms: null,
  isOpen: true,
};
const NAMES: Blocklist = { ...LIST, holds: ['name'] };
const ADDRESS: Subject = { kind: 'ipv4', text: '192.0.2.9' };
const NAME: Subject = { kind: 'name', text: 'mail.example.org' };

const TEST = '2.0.0.127.bl.test A';
const NOT_TEST = '1.0.0.127.bl.test A';
const ENTRY = '9.2.0.192.bl.test A';
const TEXT = '9.2.0.192.bl.test TXT';
const ALIVE: FakeZone = { [TEST]: ['127.0.0.2'] };

function asking(zone: FakeZone, { isCutShort = false, working = new Set<string>() } = {}) {
  const asked: string[] = [];
  return { asked, lookUp: fakeLookUp(zone, asked), isCutShort: () => isCutShort, working };
}

test.each<[string, FakeZone, object]>([
  ['nothing is there', {}, { state: 'dead', reason: 'lists-nothing' }],
  [
    'everything is listed',
    { ...ALIVE, [NOT_TEST]: ['127.0.0.2'] },
    { state: 'dead', reason: 'lists-everything' },
  ],
  [
    'a parked domain',
    { [TEST]: ['203.0.113.1'], [NOT_TEST]: ['203.0.113.1'] },
    { state: 'dead', reason: 'answers-no-list', data: '203.0.113.1' },
  ],
  ['queries are refused', { [TEST]: ['127.255.255.254'] }, { state: 'refused', code: '127.255.255.254' }],
  ['nobody answers', { [TEST]: 'failed', [NOT_TEST]: 'failed' }, { state: 'no-answer' }],
  ['one of both entries is not answered', { ...ALIVE, [NOT_TEST]: 'failed' }, { state: 'no-answer' }],
  ['the tests alone are answered', { ...ALIVE, [ENTRY]: 'failed' }, { state: 'no-answer' }],
  ['the tests alone are allowed', { ...ALIVE, [ENTRY]: ['127.255.255.255'] }, { state: 'refused' }],
  ['a parked answer for it alone', { ...ALIVE, [ENTRY]: ['203.0.113.1'] }, { state: 'dead' }],
  ['it is not there', ALIVE, { state: 'not-listed' }],
  [
    'it is there',
    { ...ALIVE, [ENTRY]: ['127.0.0.2'], [TEXT]: ['spam, see https://bl.test/'] },
    {
      state: 'listed',
      about: '192.0.2.9',
      codes: [{ code: '127.0.0.2', means: ['spam'] }],
      texts: ['spam, see https://bl.test/'],
    },
  ],
  ['it is there without words', { ...ALIVE, [ENTRY]: ['127.0.0.2'] }, { state: 'listed', texts: [] }],
])('%s', async (_, zone, outcome) => {
  expect(await askList(LIST, ADDRESS, asking(zone))).toMatchObject(outcome);
});

test('a limit is no silence of the list', async () => {
  expect(await askList(LIST, ADDRESS, asking({ [TEST]: 'failed' }, { isCutShort: true }))).toEqual({
    state: 'cut-short',
  });
});

test('test entries come first, and not again while the list is known to work', async () => {
  const { working, ...first } = asking(ALIVE);
  await askList(LIST, ADDRESS, { ...first, working });
  expect(first.asked).toEqual([TEST, NOT_TEST, ENTRY]);
  const again = asking(ALIVE, { working });
  await askList(LIST, ADDRESS, again);
  expect(again.asked).toEqual([ENTRY]);
});

test('what is dead is not asked about anybody', async () => {
  const { asked, ...rest } = asking({ [ENTRY]: ['127.0.0.2'] });
  await askList(LIST, ADDRESS, rest);
  expect(asked).toEqual([TEST, NOT_TEST]);
  expect(rest.working.size).toBe(0);
});

test('RFC 5782 §3: a name is listed by itself or by the name above it', async () => {
  const zone = { 'test.bl.test A': ['127.0.0.2'] };
  expect(await askList(NAMES, NAME, asking(zone))).toEqual({ state: 'not-listed' });
  expect(
    await askList(NAMES, NAME, asking({ ...zone, 'example.org.bl.test A': ['127.0.0.2'] })),
  ).toMatchObject({
    state: 'listed',
    about: 'example.org',
  });
});

test('what a list writes is kept up to a limit', async () => {
  const texts = Array.from({ length: 9 }, () => 'x'.repeat(2_000));
  const outcome = await askList(LIST, ADDRESS, asking({ ...ALIVE, [ENTRY]: ['127.0.0.2'], [TEXT]: texts }));
  if (outcome.state !== 'listed') throw new Error(outcome.state);
  expect(outcome.texts.map(({ length }) => length)).toEqual([400, 400, 400, 400]);
});
