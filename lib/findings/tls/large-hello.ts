import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { ONE_PACKET_BYTES } from '@/lib/smtp/tls-offer';
import { type Claim, found } from '../found';
import { type ClosedSession, evidenceOf, heardSessions, hostLabels } from '../seen';

/** Two tries at one address: what failed with the usual hello went on with a small one. */
interface Pair {
  first: ClosedSession;
  second: ClosedSession;
}

/** The handshakes that fail or not by the size of what opens them. */
export function failedForSize(seen: Evidence): Pair[] {
  const sessions = heardSessions(seen);
  return sessions
    .filter(({ smallHello, tls }) => smallHello === true && hasHandshake(tls))
    .flatMap((second) => {
      const first = sessions.find(
        ({ address, n, tls }) => address === second.address && n < second.n && tls?.state === 'failed',
      );
      return first === undefined ? [] : [{ first, second }];
    });
}

/** What newer libraries send and this address does not take, which senders with older ones never notice. */
export function* largeHello(seen: Evidence): Iterable<Claim> {
  const elsewhere = heardSessions(seen).some(
    ({ tls }) => hasHandshake(tls) && (tls?.hello?.bytes ?? 0) > ONE_PACKET_BYTES,
  );
  const groups = groupBy(failedForSize(seen), ({ first }) => first.tls?.problem?.text ?? '');
  for (const group of groups) {
    const [{ first, second }] = group;
    const { code = '', text = code } = first.tls?.problem ?? {};
    const args = {
      hosts: hostLabels(group.map((pair) => pair.first)),
      reason: text,
      code,
      large: first.tls?.hello?.bytes ?? 0,
      small: second.tls?.hello?.bytes ?? 0,
      keyShares: seen.tlsOffer?.usual.keyShares ?? [],
      elsewhere,
    };
    yield found('tls.large-hello', args, evidenceOf(group.flatMap((pair) => [pair.first, pair.second])));
  }
}

function hasHandshake(tls: ClosedSession['tls']): boolean {
  return tls?.state === 'trusted' || tls?.state === 'untrusted';
}
