import { expect, test } from 'vitest';
import { blankReport } from '@/e2e/fixtures/build';
import { fakeLookUp, type FakeZone } from '@/lib/policy/fake-zone';
import { surveySpf } from '@/lib/policy/spf/survey';
import { samplePolicies } from '@/lib/report/sample';
import { record } from './record';

const DOMAIN = 'a.example';

async function foundIn(zone: FakeZone) {
  const spf = await surveySpf(DOMAIN, fakeLookUp(zone));
  const claims = [...record({ ...blankReport('x', DOMAIN), policies: samplePolicies({ spf }) })];
  return claims.map(({ code, args: { at, term } }) => [code, at, term]);
}

const MANY = Array.from({ length: 70 }, (_, n) => `ip4:192.0.2.${n}`).join(' ');

test.each<[string, FakeZone, string[][]]>([
  [
    'no “all”, and one in a record that is included',
    { 'a.example TXT': ['v=spf1 include:b.example'], 'b.example TXT': ['v=spf1 ip4:192.0.2.1 ~all'] },
    [['spf.neutral', DOMAIN, '']],
  ],
  [
    'an “all” behind a record that is included and has its own',
    { 'a.example TXT': ['v=spf1 include:b.example ?all'], 'b.example TXT': ['v=spf1 -all'] },
    [['spf.neutral', DOMAIN, '?all']],
  ],
  [
    'the end of the record that a redirect leads to',
    { 'a.example TXT': ['v=spf1 redirect=b.example'], 'b.example TXT': ['v=spf1 ?all'] },
    [['spf.neutral', 'b.example', '?all']],
  ],
  [
    'an “all” behind more terms than are told',
    { 'a.example TXT': [`v=spf1 ${MANY} ?all`] },
    [['spf.neutral', DOMAIN, '?all']],
  ],
  [
    'a redirect by the mail at hand',
    { 'a.example TXT': ['v=spf1 mx redirect=%{l}.b.example'], 'a.example MX': ['10 mx.a.example'] },
    [],
  ],
  [
    'everybody, by a record that is included',
    { 'a.example TXT': ['v=spf1 include:b.example -all'], 'b.example TXT': ['v=spf1 +all'] },
    [['spf.allows-everyone', 'b.example', '+all']],
  ],
])('%s', async (_, zone, expected) => expect(await foundIn(zone)).toEqual(expected));
