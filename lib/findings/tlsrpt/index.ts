import type { Evidence } from '@/lib/report/evidence';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import type { Topic } from '../topic';
import { catalogue } from './catalogue';

export const tlsrpt: Topic = {
  heading: 'TLS reports',
  catalogue,
  rules: [record],
};

function* record({ policies, target: { domain } }: Evidence): Iterable<Claim> {
  const tlsRpt = policies?.tlsRpt;
  if (tlsRpt?.state === 'invalid')
    yield found('tlsrpt.invalid', { domain, what: tlsRpt.reason ?? '' }, policyEvidence(tlsRpt.evidence));
}
