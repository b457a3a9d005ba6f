import { isLeftUnasked } from '@/lib/policy/fetched';
import type { MtaStsView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { sessionLine } from '@/lib/report/reference';
import { type Claim, found } from '../found';
import { isTheirSilence, policyEvidence } from '../policy-evidence';
import { heardSessions, hostLabels, isSettled } from '../seen';
import { hasOtherExchange, stsBarred } from '../sender-kinds';
import { unmetSessions } from '../unmet-sessions';

const DAY_SECONDS = 86_400;

/** Whether senders that go by the policy can deliver. */
export function* policy(seen: Evidence): Iterable<Claim> {
  const { policies, target, startedAt } = seen;
  // RFC 8461 §3.1: letters and digits; the moment of the check is later than what stands there.
  const id = startedAt.replace(/\D/g, '').slice(0, 14);
  const { domain } = target;
  const sts = policies?.mtaSts;
  if (sts === undefined || !isSettled(seen)) return;
  const proof = policyEvidence(sts.evidence);
  const { state, reason, line, mx, uncovered } = sts;
  if (state === 'error' && !isLeftUnasked(reason) && isTheirSilence(seen, 'mtaSts', sts.evidence))
    yield sts.record === null
      ? found('mtasts.unanswered', { domain }, proof)
      : found('mtasts.unreachable', { domain, url: urlOf(sts, domain), reason: reason ?? '' }, proof);
  if (state === 'invalid') {
    const part = sts.policy === null ? 'record' : 'policy';
    yield found(
      'mtasts.invalid',
      { domain, part, what: reason ?? '', line: line ?? '', also: sts.alsoWrong ?? [], id },
      proof,
    );
  }
  if (state !== 'enforce' && state !== 'testing') return;
  if (sts.contentType !== undefined && !isPlainText(sts.contentType))
    yield found('mtasts.media-type', { domain, url: urlOf(sts, domain), type: sts.contentType ?? '' }, proof);
  const way = { domain, mode: state, hasOther: hasOtherExchange(seen, stsBarred(seen)) };
  if (uncovered.length > 0) yield found('mtasts.uncovered', { ...way, hosts: uncovered, mx, id }, proof);
  const unmet = unmetSessions(seen, uncovered);
  if (unmet.length > 0)
    yield found('mtasts.certificate', { ...way, hosts: hostLabels(unmet), isPlain: unmet.every(isPlain) }, [
      ...proof,
      ...unmet.map(({ n }) => sessionLine(n)),
    ]);
  if (state === 'enforce' && uncovered.length === 0 && unmet.length === 0 && anyTrusted(seen))
    yield found(
      'mtasts.enforced',
      { domain, days: Math.max(1, Math.round((sts.maxAgeSeconds ?? 0) / DAY_SECONDS)) },
      proof,
    );
}

/** RFC 8461 §3.2; parameters do not count. */
function isPlainText(contentType: string | null): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'text/plain';
}

function urlOf({ url }: MtaStsView, domain: string): string {
  return url ?? `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
}

function isPlain({ tls }: { tls: Evidence['sessions'][number]['tls'] }): boolean {
  return (tls?.certificate ?? null) === null;
}

function anyTrusted(seen: Evidence): boolean {
  return heardSessions(seen).some(({ tls }) => tls?.state === 'trusted');
}
