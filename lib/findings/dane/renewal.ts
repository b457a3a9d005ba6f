import { parseTlsa } from '@/lib/policy/dane/tlsa';
import { isRenewalDue } from '@/lib/policy/renewal';
import type { DaneHost } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { sessionLine } from '@/lib/report/reference';
import { dayOf } from '../day';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';

/** Exchanges whose certificate is due, and whose TLSA records name nothing that comes after it (RFC 7671 §8.1). */
export function* renewal(seen: Evidence): Iterable<Claim> {
  for (const host of seen.policies?.dane.hosts ?? []) {
    const names = namedOnly(host);
    const due = seen.sessions.find(
      ({ n, tls }) =>
        host.sessions.includes(n) &&
        tls?.certificate &&
        isRenewalDue(tls.certificate, Date.parse(seen.startedAt)),
    );
    if (host.state !== 'ok' || names === null || !due?.tls?.certificate) continue;
    const until = dayOf(due.tls.certificate.validTo);
    yield found('dane.renewal', { host: host.exchange, names, until }, [
      ...policyEvidence(host.evidence),
      sessionLine(due.n),
    ]);
  }
}

/** What all records that count name, of the exchange itself; null where one names an authority, or something not shown yet. */
function namedOnly({ records }: DaneHost): 'certificate' | 'key' | null {
  const counting = records.filter(({ fault }) => fault === null);
  const read = counting.map(({ data }) => parseTlsa(data));
  if (counting.some(({ matches }) => matches !== true) || read.some((one) => one?.usage !== 3)) return null;
  return read.every((one) => one?.selector === 0) ? 'certificate' : 'key';
}
