import { isRenewalForbidden } from '@/lib/policy/renewal';
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
