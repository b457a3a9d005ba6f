import type { CaaView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { dayOf } from '../day';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';

/** Certificates that are due, and that their authority may not renew. */
export function* nextCertificate({ policies }: Evidence): Iterable<Claim> {
  for (const caa of policies?.caa ?? []) {
    if (!isRenewalForbidden(caa)) continue;
    const { exchange, at, allowed, authority, validTo, evidence } = caa;
    yield found(
      'tls.next-certificate-forbidden',
      { host: exchange, at, allowed, authority: authority ?? '', until: dayOf(validTo) },
      policyEvidence(evidence),
    );
  }
}

/** Whether the authority may not issue the next one; of one that is not known it is open which domain is its own. */
export function isRenewalForbidden({ allowed, authority }: Pick<CaaView, 'allowed' | 'authority'>): boolean {
  return allowed.length === 0 || (authority !== null && !allowed.includes(authority));
}
