import { expect, test } from 'vitest';
import { fakeLookUp, type FakeZone } from '../fake-zone';
import { caaDomainOf } from './authorities';
import { surveyCaa } from './survey';

const survey = async (zone: FakeZone) => {
  const seen = await surveyCaa('mx1.mail.example', fakeLookUp(zone));
  return seen && [seen.at, ...seen.allowed];
};

test.each<[string, FakeZone, string[] | null]>([
  ['nothing anywhere', {}, null],
  [
    'no answer, before one that there is above',
    { 'mx1.mail.example CAA': 'failed', 'mail.example CAA': ['0 issue ";"'] },
    null,
  ],
  [
    'records about other things only',
    { 'mail.example CAA': ['0 iodef "mailto:a@b"', '0 issuewild ";"'] },
    null,
  ],
  ['a record that cannot be read', { 'mail.example CAA': ['0 issue letsencrypt.org'] }, null],
  ['nobody', { 'mail.example CAA': ['0 issue ";"'] }, ['mail.example']],
  ['nobody, with an empty value', { 'mail.example CAA': ['0 issue ""'] }, ['mail.example']],
  [
    'a critical property that authorities may know or not',
    { 'mail.example CAA': ['128 tbs "x"', '0 issue "ca.example"'] },
    null,
  ],
  [
    'two, one with parameters, in any case',
    { 'example CAA': ['0 issue "CA.example; accounturi=https://ca.example/1"', '0 ISSUE "other.example"'] },
    ['example', 'ca.example', 'other.example'],
  ],
  [
    'the nearest name',
    { 'mx1.mail.example CAA': ['0 issue "near.example"'], 'mail.example CAA': ['0 issue "far.example"'] },
    ['mx1.mail.example', 'near.example'],
  ],
])('%s', async (_, zone, seen) => expect(await survey(zone)).toEqual(seen));

test.each([
  [null, null],
  ['constructor', null],
  ['Somebody', null],
  ["Let's Encrypt", 'letsencrypt.org'],
])('the authority %s', (organisation, domain) => expect(caaDomainOf(organisation)).toBe(domain));
