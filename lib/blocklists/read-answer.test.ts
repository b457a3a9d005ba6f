import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from './read-answer';
import { BLOCKLISTS } from './table';

function listOf(zone: string) {
  const list = BLOCKLISTS.find((one) => one.zone === zone);
  if (list === undefined) throw new Error(zone);
  return list;
}

const said = (zone: string, ...data: string[]) => readAnswer(listOf(zone), { kind: 'answer', data });

test.each([
  ['zen.spamhaus.org', ['127.255.255.252'], { state: 'refused', code: '127.255.255.252' }],
  ['zen.spamhaus.org', ['127.255.255.254'], { state: 'refused', code: '127.255.255.254' }],
  ['zen.spamhaus.org', ['127.255.255.255'], { state: 'refused', code: '127.255.255.255' }],
  ['psbl.surriel.com', ['127.255.255.254'], { state: 'refused' }],
  ['psbl.surriel.com', ['127.0.0.2', '127.255.255.254'], { state: 'refused' }],
  ['dbl.spamhaus.org', ['127.0.1.255'], { state: 'refused', code: '127.0.1.255' }],
  ['multi.uribl.com', ['127.0.0.1'], { state: 'refused', code: '127.0.0.1' }],
  ['multi.surbl.org', ['127.0.0.1'], { state: 'refused', code: '127.0.0.1' }],
  ['bl.spamcop.net', ['192.0.2.1'], { state: 'foreign', data: '192.0.2.1' }],
  ['bl.spamcop.net', ['127.0.0.2', '198.51.100.7'], { state: 'foreign', data: '198.51.100.7' }],
  ['zen.spamhaus.org', ['127.0.0.77'], { state: 'listed', codes: [{ code: '127.0.0.77', means: [] }] }],
  ['bl.spamcop.net', ['127.0.0.2'], { state: 'listed', codes: [{ code: '127.0.0.2', means: [] }] }],
  [
    'zen.spamhaus.org',
    ['127.0.0.4', '127.0.0.10'],
    { state: 'listed', codes: [{ means: [/^XBL/] }, { means: [/^PBL/] }] },
  ],
  ['multi.surbl.org', ['127.0.0.80'], { state: 'listed', codes: [{ means: [/^MW/, /^ABUSE/] }] }],
  ['multi.uribl.com', ['127.0.0.14'], { state: 'listed', codes: [{ means: [/^black/, /^grey/, /^red/] }] }],
])('%s answers %j', (zone, data, answer) => {
  expect(said(zone, ...data)).toMatchObject(withPatterns(answer) as object);
});

test.each([
  ['failed', 'no-answer'],
  ['nxdomain', 'not-listed'],
  ['nodata', 'not-listed'],
  ['answer', 'not-listed'],
] as const)('without records, %s is %s', (kind, state) => {
  expect(readAnswer(listOf('zen.spamhaus.org'), { kind, data: [] })).toEqual({ state });
});

test('whatever is answered, only addresses of 127.0.0.0/8 that refuse nothing are listings', () => {
  const list = fc.constantFrom(...BLOCKLISTS);
  const data = fc.array(
    fc.oneof(
      fc.ipV4(),
      fc.ipV4().map((one) => `127.${one.split('.').slice(1).join('.')}`),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(list, data, (one, answered) => {
      const answer = readAnswer(one, { kind: 'answer', data: answered });
      if (answer.state !== 'listed') return;
      expect(answered.every((code) => code.startsWith('127.') && !code.startsWith('127.255.255.'))).toBe(
        true,
      );
      expect(answer.codes.every(({ code }) => one.refusals?.includes(code) !== true)).toBe(true);
    }),
  );
});

function withPatterns(value: unknown): unknown {
  if (value instanceof RegExp) return expect.stringMatching(value);
  if (Array.isArray(value)) return value.map(withPatterns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPatterns(one)]));
}
