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
