import { expect, test } from 'vitest';
import { fakeLookUp, type FakeZone } from '../fake-zone';
import { surveySpf } from './survey';

async function survey(record: string, zone: FakeZone = {}) {
  const asked: string[] = [];
  const found = await surveySpf('example.org', fakeLookUp({ 'example.org TXT': [record], ...zone }, asked));
  return { ...found, asked };
}

test.each([
  'v=spf1 include:%{ir}.%{v}.%{d}.spf.example.net -all',
  'v=spf1 exists:%{i}.spf.example.net -all',
  'v=spf1 a:%{h} -all',
  'v=spf1 mx:%{o} -all',
  'v=spf1 ptr:%{o} -all',
])('%s: nobody is asked for a name that each mail has of its own, and that is no fault', async (record) => {
  expect(await survey(record)).toMatchObject({
    state: 'ok',
    all: '-',
    cause: null,
    lookups: 1,
    voidLookups: 0,
    asked: ['example.org TXT'],
  });
});

test('a redirect to a name of each mail leaves open what is said of the others', async () => {
  expect(await survey('v=spf1 redirect=%{l}.spf.example.net')).toMatchObject({
    state: 'ok',
    all: null,
    lookups: 1,
    asked: ['example.org TXT'],
  });
});

test('a name that depends on the domain alone is asked for, and may be missing', async () => {
  expect(await survey('v=spf1 include:spf.%{d} -all')).toMatchObject({
    state: 'permerror',
    cause: { kind: 'no-record', target: 'spf.example.org' },
  });
});

/** A record with so many includes, one after the other; `last` is what the last one of them leads to. */
function includes(count: number, last: FakeZone[string] = ['v=spf1 -all'], first = ''): FakeZone {
  const names = Array.from({ length: count }, (_, n) => `n${n + 1}.example.org`);
  return {
    'example.org TXT': [`v=spf1 ${first} ${names.map((name) => `include:${name}`).join(' ')} -all`],
    ...Object.fromEntries(names.map((name) => [`${name} TXT`, ['v=spf1 -all']])),
    [`n${count}.example.org TXT`]: last,
  };
}

const VOID = 'a:x1.example.org a:x2.example.org a:x3.example.org';

test.each<[string, FakeZone, object]>([
  [
    'a failure behind the eleventh',
    includes(12, 'failed'),
    { state: 'permerror', cause: { kind: 'too-many-lookups', term: 'include:n11.example.org' }, lookups: 12 },
  ],
  [
    'a fault behind the eleventh',
    includes(12, ['v=spf1 oops']),
    { state: 'permerror', cause: { kind: 'too-many-lookups', term: 'include:n11.example.org' } },
  ],
  [
    'more than are followed',
    includes(30),
    { cause: { kind: 'too-many-lookups', term: 'include:n11.example.org' }, lookups: 21, isPartial: true },
  ],
  [
    'a failure behind three that find nothing',
    includes(2, 'failed', VOID),
    {
      state: 'permerror',
      cause: { kind: 'too-many-void-lookups', term: 'a:x3.example.org' },
      isPartial: true,
    },
  ],
  [
    'a fault behind three that find nothing',
    includes(2, ['v=spf1 oops'], VOID),
    { state: 'permerror', cause: { kind: 'syntax' } },
  ],
  ['a failure within ten', includes(10, 'failed'), { state: 'temperror', cause: { kind: 'dns-failed' } }],
])('%s', async (_, zone, view) => {
  expect(await surveySpf('example.org', fakeLookUp(zone))).toMatchObject(view);
});

test.each([
  ['twelve', 12],
  ['ten', 10],
])('%s includes are counted to the end', async (_, count) => {
  const view = await surveySpf('example.org', fakeLookUp(includes(count)));
  expect(view.lookups).toBe(count);
  expect(view.isPartial).toBeUndefined();
});
