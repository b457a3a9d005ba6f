import { isIpv6 } from '@/lib/ip-family';
import type { DmarcView, OwnSpf } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { place, sessionLine } from '@/lib/report/reference';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import { recordAt } from '../spf/record-at';
import { isOwnTrouble, meaningOf } from '../said';
import { heardSessions, hostLabels } from '../seen';

/** Where a server refuses who sends for SPF, DKIM or DMARC: which step it is, as far as this check can take it. */
export function* ownAuthentication(seen: Evidence): Iterable<Claim> {
  const refusing = heardSessions(seen).filter((one) => {
    const meaning = meaningOf(one);
    return meaning?.category === 'auth-failed' && !isOwnTrouble(meaning);
  });
  const [first] = refusing;
  const { own } = seen.policies ?? {};
  if (first === undefined || own === undefined) return;
  const spf = evaluationFor(first.address, own.spf);
  if (spf === null) {
    if (isAddressUnknown(first.address, seen))
      yield found('vantage.address-unknown', { hosts: hostLabels(refusing) }, [
        place('vantage'),
        ...refusing.map(({ n }) => sessionLine(n)),
      ]);
    return;
  }
  const { domain, address, result, decidedBy } = spf;
  yield found(
    'vantage.authentication',
    {
      hosts: hostLabels(refusing),
      domain,
      address,
      result,
      term: decidedBy?.term ?? '',
      at: decidedBy?.domain ?? domain,
      record: recordAt(spf, domain),
      hasMessage: first.stage === 'message',
      policy: policyOf(own.dmarc),
    },
    [
      ...(spf.steps.length > 0
        ? policyEvidence(spf.steps.flatMap(({ evidence }) => evidence))
        : [place('vantage')]),
      ...refusing.map(({ n }) => sessionLine(n)),
    ],
  );
}

/** Behind NAT the server sees another address than ours, which nobody here knows. */
function isAddressUnknown(server: string, { identity }: Evidence): boolean {
  return identity !== null && !identity.addresses.some(({ address }) => isIpv6(address) === isIpv6(server));
}

/** Without an answer nothing is known of it. */
function policyOf(dmarc: DmarcView | null) {
  return dmarc === null || dmarc.state === 'temperror' ? 'unknown' : (dmarc.policy ?? 'absent');
}

/** RFC 7208 §2.4: for the envelope sender where there is one, from the address of ours that such a server sees. */
function evaluationFor(server: string, all: readonly OwnSpf[]): OwnSpf | null {
  const seenBy = all.filter(({ address }) => isIpv6(address) === isIpv6(server));
  return seenBy.find(({ identity }) => identity === 'sender') ?? seenBy[0] ?? null;
}
