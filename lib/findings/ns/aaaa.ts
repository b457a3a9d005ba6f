import { isUseful } from '@/lib/dns/compare';
import type { Evidence } from '@/lib/report/evidence';
import { uselessCause } from '../dns/useless';
import { type Claim, found } from '../found';
import { isSettled, stepEvidence } from '../seen';

/** Exchanges whose AAAA no server answers usefully, while A is answered. */
export function* failingAaaa(seen: Evidence): Iterable<Claim> {
  const { route, trace } = seen;
  if (!isSettled(seen) || route === null) return;
  for (const { exchange } of route.hosts) {
    const asked = (type: string) =>
      trace.steps.filter(({ question }) => question.name === exchange && question.type === type);
    const aaaa = asked('AAAA').filter(({ outcome }) => outcome !== 'referral');
    const [first] = aaaa;
    const a = asked('A').filter(({ outcome }) => outcome !== 'referral');
    if (first === undefined || aaaa.some(isUseful) || !a.some(isUseful)) continue;
    yield found(
      'ns.aaaa-fails',
      { zone: first.zone, exchange, cause: uselessCause(aaaa) },
      stepEvidence(aaaa),
    );
  }
}
