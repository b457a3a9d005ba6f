import { expect, test } from 'vitest';
import { fakeLookUp, type FakeZone } from '@/lib/policy/fake-zone';
import { surveySpf } from '@/lib/policy/spf/survey';
import { spfRow } from './spf-words';

const row = async (record: string, zone: FakeZone = {}) =>
  spfRow(await surveySpf('a.example', fakeLookUp({ 'a.example TXT': [record], ...zone })));

test('how many lookups a record needs, and how many of them find nothing', async () => {
  const { say, steps } = await row('v=spf1 include:b.example a:gone.a.example -all', {
    'b.example TXT': ['v=spf1 ip4:192.0.2.1 -all'],
  });
  expect(say).toBe(
    'Who is not named may not send in its name. DNS lookups: 2 of 10; those that find nothing: 1 of 2.',
  );
  expect(steps).toEqual([
    'include:b.example: 1 lookup so far',
    '  ip4:192.0.2.1: 1 lookup so far',
    '  -all: 1 lookup so far',
    'a:gone.a.example: 2 lookups so far, 1 found nothing',
    '-all: 2 lookups so far, 1 found nothing',
  ]);
});

test.each<[record: string, FakeZone, say: string]>([
  [
    'v=spf1 exists:%{i}.a.example -all exp=why.%{i}.example',
    {},
    'Who is not named may not send in its name. What depends on the mail at hand was not looked up: exists:%{i}.a.example.',
  ],
  [
    'v=spf1 redirect=%{l}.a.example',
    {},
    'What depends on the mail at hand was not looked up: redirect=%{l}.a.example.',
  ],
  [
    'v=spf1 include:%{d}.b.example ?all',
    { 'a.example.b.example TXT': ['v=spf1 -all'] },
    'Of who is not named it says nothing.',
  ],
  ['v=spf1 a:%%{i}.a.example -all', {}, 'Who is not named may not send in its name.'],
])('%s: macros', async (record, zone, say) => {
  const { say: said } = await row(record, zone);
  expect(said.replace(/ ?DNS lookups: .*/, '')).toBe(say);
});

test('a step whose name each mail has of its own says so', async () => {
  expect((await row('v=spf1 include:%{ir}.b.example -all')).steps).toEqual([
    'include:%{ir}.b.example: depends on the mail, 1 lookup so far',
    '-all: 1 lookup so far',
  ]);
});
