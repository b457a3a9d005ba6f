import { isLeftUnasked } from '@/lib/policy/fetched';
import { coversExchange } from '@/lib/policy/mta-sts/policy';
import type { Evidence } from '@/lib/report/evidence';
import { sessionLine } from '@/lib/report/reference';
import { dayOf } from '../day';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import { hostLabels, isSettled } from '../seen';
import { unmetSessions } from '../unmet-sessions';

/** What senders go by that have fetched an enforced policy before it was gone, and keep it until its age ends. */
export function* kept(seen: Evidence): Iterable<Claim> {
  const { policies, target, route } = seen;
  const sts = policies?.mtaSts;
  if (sts?.former === undefined || isLeftUnasked(sts.reason) || !isSettled(seen)) return;
  const { mx, maxAgeSeconds, seenAt } = sts.former;
  const uncovered = (route?.hosts ?? [])
    .map(({ exchange }) => exchange)
    .filter((exchange) => !coversExchange({ mx }, exchange));
  const unmet = unmetSessions(seen, uncovered);
  // That one cannot be had just now is told as such.
  if (sts.state !== 'absent' && uncovered.length + unmet.length === 0) return;
  const until = new Date(Date.parse(seenAt) + maxAgeSeconds * 1_000).toISOString();
  yield found(
    'mtasts.kept',
    {
      domain: target.domain,
      seen: dayOf(seenAt),
      until: dayOf(until),
      hosts: [...new Set([...uncovered, ...hostLabels(unmet)])],
      isGone: sts.state === 'absent',
    },
    [...policyEvidence(sts.evidence), ...unmet.map(({ n }) => sessionLine(n))],
  );
}
