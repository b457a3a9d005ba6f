import { expect, test } from 'vitest';
import type { PoliciesView } from '@/lib/policy/view';
import { samplePolicies, sampleMtaSts } from '@/lib/report/sample';
import { policyRows } from './policy-words';

const { spf, dmarc, tlsRpt, bimi } = samplePolicies();
const OPEN: Partial<PoliciesView> = {
  spf: {
    ...spf,
    state: 'temperror',
    cause: { kind: 'dns-failed', domain: 'spf.example.net', term: null, target: null, what: null },
  },
  dmarc: { ...dmarc, state: 'temperror' },
  mtaSts: sampleMtaSts({ state: 'error', reason: 'no-answer' }),
  tlsRpt: { ...tlsRpt, reason: 'no-answer' },
  bimi: { ...bimi, state: 'error' },
};
const rows = (about: Partial<PoliciesView>) => policyRows('example.org', samplePolicies(about), []);

test('what nobody answered', () => {
  const said = rows({ ...OPEN, leftOut: [] }).filter(({ state }) => state === 'not to be had');
  expect(said.map(({ name }) => name)).toEqual(['MTA-STS', 'TLS-RPT', 'SPF', 'DMARC', 'BIMI']);
});

test('what we have not asked to its end has no answer that is missing', () => {
  const said = rows({ ...OPEN, leftOut: ['bimi', 'dmarc', 'mtaSts', 'spf', 'tlsRpt'] });
  expect(said.filter(({ say }) => /not asked to its end, by a limit/.test(say))).toHaveLength(5);
  expect(JSON.stringify(said)).not.toMatch(/usable|spf\.example\.net/);
});

test('a record that was read says what it says, although something was left out', () => {
  const [, , , said] = rows({ spf: { ...spf, state: 'ok', all: '-' }, leftOut: ['spf'] });
  expect(said?.say).toMatch(/Who is not named/);
});

test.each([
  ['domain-wish', 'The policy was not fetched: the domain asks for no contact.'],
  ['not-asked', 'The policy was not fetched: it was not asked for, by choice of this installation.'],
  ['timeout', 'The policy could not be fetched: no whole answer within 10 seconds.'],
])('a policy of MTA-STS that is not to be had: %s', (reason, say) => {
  const mtaSts = sampleMtaSts({ state: 'error', reason, record: 'v=STSv1; id=1' });
  const rows = policyRows('b.example', samplePolicies({ mtaSts }), []);
  expect(rows.map((row) => row.say)).toContain(say);
});
