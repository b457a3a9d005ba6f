import { isFinal, serverLabel } from '@/lib/dns/compare';
import { isWithin, printedName } from '@/lib/dns/name';
import type { ResourceRecord, TraceStep } from '@/lib/dns/trace';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { found, type Claim } from '../found';
import { isSettled, stepEvidence, zoneSteps } from '../seen';

/** Denials that carry the SOA record of a name outside the zone that was asked (RFC 2308 §3 wants that of the zone). */
export function* denials(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen)) return;
  const foreign = zoneSteps(seen).filter((step) => foreignSoa(step) !== undefined);
  for (const steps of groupBy(foreign, (step) => `${step.zone} ${foreignSoa(step)?.name ?? ''}`)) {
    const [{ zone }] = steps;
    const owner = foreignSoa(steps[0])?.name ?? '';
    const servers = [...new Set(steps.map(serverLabel))].sort();
    const questions = [...new Set(steps.map(({ question }) => `${question.name} ${question.type}`))].sort();
    yield found('ns.foreign-soa', { zone, owner, servers, questions }, stepEvidence(steps));
  }
}

/** Undefined also for an answer that denies nothing. */
function foreignSoa(step: TraceStep): ResourceRecord | undefined {
  if (!isFinal(step) || step.outcome === 'answer') return undefined;
  return step.authority.find(
    ({ type, name }) => type === 'SOA' && !isWithin(printedName(name), printedName(step.zone)),
  );
}
