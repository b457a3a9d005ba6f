import type { Evidence } from '@/lib/report/evidence';
import { dnsStep, sessionLine } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import { hostLabels } from '../seen';

/** The domain wants no sessions from us, and had none. */
export function* wish({ target: { domain }, sessions, trace }: Evidence): Iterable<Claim> {
  const unopened = sessions.filter(({ choice }) => choice === 'domain-wish');
  if (unopened.length === 0) return;
  const asked = trace.steps.filter(
    (step) =>
      step.for === 'policy' && step.question.name === `_mxproof.${domain}` && step.outcome === 'answer',
  );
  yield found('domain.asks-for-no-check', { domain, hosts: hostLabels(unopened) }, [
    ...asked.map(({ n }) => dnsStep(n)),
    ...unopened.map(({ n }) => sessionLine(n)),
  ]);
}
