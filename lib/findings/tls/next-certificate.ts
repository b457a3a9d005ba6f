import type { Evidence } from '@/lib/report/evidence';
import { dayOf } from '../day';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';

/** Certificates that are due, and that their authority may not renew. */
export function* nextCertificate({ policies }: Evidence): Iterable<Claim> {
  for (const { exchange, at, allowed, authority, validTo, evidence } of policies?.caa ?? []) {
    // Of an authority that is not known it is open which domain is its own.
    const isForbidden = allowed.length === 0 || (authority !== null && !allowed.includes(authority));
    if (!isForbidden) continue;
    yield found(
      'tls.next-certificate-forbidden',
      { host: exchange, at, allowed, authority: authority ?? '', until: dayOf(validTo) },
      policyEvidence(evidence),
    );
  }
}
