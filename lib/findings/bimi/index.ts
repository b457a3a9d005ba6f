import type { Evidence } from '@/lib/report/evidence';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import type { Topic } from '../topic';
import { catalogue } from './catalogue';

export const bimi: Topic = {
  heading: 'BIMI',
  catalogue,
  rules: [record],
};

function* record({ policies, target: { domain } }: Evidence): Iterable<Claim> {
  const logo = policies?.bimi;
  if (logo?.state === 'invalid')
    yield found('bimi.invalid', { domain, what: logo.reason ?? '' }, policyEvidence(logo.evidence));
}
