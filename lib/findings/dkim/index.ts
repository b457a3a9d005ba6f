import { GOOD_RSA_BITS, MIN_RSA_BITS } from '@/lib/policy/dkim/key';
import type { DkimView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import type { Topic } from '../topic';
import { catalogue } from './catalogue';

export const dkim: Topic = {
  heading: 'DKIM keys',
  catalogue,
  rules: [keys],
};

function* keys({ policies, target: { domain } }: Evidence): Iterable<Claim> {
  for (const key of policies?.dkim ?? []) {
    const claim = claimOf(key, domain);
    if (claim !== null) yield claim;
  }
}

function claimOf({ selector, state, bits, reason, evidence }: DkimView, domain: string): Claim | null {
  const name = `${selector}._domainkey.${domain}`;
  const proof = policyEvidence(evidence);
  switch (state) {
    case 'none':
      return found('dkim.none', { domain, name }, proof);
    case 'revoked':
      return found('dkim.revoked', { domain, name }, proof);
    case 'invalid':
      return found('dkim.invalid', { domain, name, what: reason ?? '' }, proof);
    case 'weak':
      return found(
        'dkim.weak',
        { domain, name, bits: bits ?? 0, least: MIN_RSA_BITS, good: GOOD_RSA_BITS },
        proof,
      );
    case 'ok':
    case 'error':
      return null;
  }
}
