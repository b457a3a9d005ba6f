import { expect, test } from 'vitest';
import { sampleMtaSts, samplePolicies } from '@/lib/report/sample';
import { policyRows } from './policy-words';

test.each([
  ['domain-wish', 'The policy was not fetched: the domain asks for no contact.'],
  ['not-asked', 'The policy was not fetched: it was not asked for, by choice of this installation.'],
  ['timeout', 'The policy could not be fetched: no whole answer within 10 seconds.'],
])('a policy of MTA-STS that is not to be had: %s', (reason, say) => {
  const mtaSts = sampleMtaSts({ state: 'error', reason, record: 'v=STSv1; id=1' });
  const rows = policyRows('b.example', samplePolicies({ mtaSts }));
  expect(rows.map((row) => row.say)).toContain(say);
});
