import { serverLabel } from '@/lib/dns/compare';
import { OwnChoice } from '@/lib/own-choice';
import type { Evidence } from '@/lib/report/evidence';
import { dnsStep, sessionLine } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import { hostLabels } from '../seen';

const REASONS = OwnChoice.exclude(['domain-wish', 'excluded-name']).options;

/** Whom this installation has not contacted of its own accord, by reason; what a domain wishes is told of the domain. */
export function* notContacted({ sessions, trace }: Evidence): Iterable<Claim> {
  for (const reason of REASONS) {
    const unopened = sessions.filter(({ choice }) => choice === reason);
    const unasked = trace.steps.filter((step) => step.choice === reason && step.for !== 'ourselves');
    if (unopened.length === 0 && unasked.length === 0) continue;
    const servers = [...new Set(unasked.map(serverLabel))];
    yield found('check.not-contacted', { reason, hosts: hostLabels(unopened), servers }, [
      ...unopened.map(({ n }) => sessionLine(n)),
      ...unasked.map(({ n }) => dnsStep(n)),
    ]);
  }
}

/** Names that nobody was asked about, as they are excluded. */
export function* notAskedAbout({ trace }: Evidence): Iterable<Claim> {
  const steps = trace.steps.filter((step) => step.choice === 'excluded-name' && step.for === 'mail');
  if (steps.length === 0) return;
  const names = [...new Set(steps.map(({ question }) => question.name))];
  yield found(
    'check.not-asked-about',
    { names },
    steps.map(({ n }) => dnsStep(n)),
  );
}
