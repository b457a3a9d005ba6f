import { isAnswer } from '@/lib/dns/compare';
import { dnsStep } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';
import type { ResolverTrouble } from './catalogue';

/** Resolvers beside the authoritative answer; nothing is said when the walk itself has failed. */
export function* resolvers(seen: Evidence): Iterable<Claim> {
  const { route, trace } = seen;
  if (!isSettled(seen) || route === null || route.kind === 'unresolved' || route.kind === 'literal') return;
  const asked = trace.steps.filter(({ n, question }) => route.evidence.includes(n) && question.type === 'MX');
  // An alias is answered in several steps; the last one speaks of its target.
  const answer = asked.find((step) => step.answer.some(({ type }) => type === 'MX')) ?? asked.at(-1);
  if (answer === undefined) return;
  const authoritative = answer.answer.filter(({ type }) => type === 'MX').map(({ data }) => data);
  for (const { resolver, outcome, records } of seen.resolvers) {
    const evidence = [dnsStep(answer.n)];
    if (!isAnswer(outcome)) {
      const cause = causeOf(seen);
      yield found('resolver.failing', { resolver, outcome, cause }, evidence);
      continue;
    }
    const said = records.map(({ data }) => data);
    if (said.toSorted().join() === authoritative.toSorted().join()) continue;
    const seconds = Math.max(0, ...records.map(({ ttl }) => ttl));
    yield found(
      'resolver.differs',
      { resolver, said, authoritative, seconds, cause: causeOf(seen) },
      evidence,
    );
  }
}

/** What of the domain makes resolvers fail, whoever runs them; null when nothing of the kind was seen. */
function causeOf({ dnssec, trace }: Evidence): ResolverTrouble {
  if (dnssec?.answers.some(({ state }) => state === 'bogus')) return 'dnssec';
  const isOldServer = trace.steps.some(
    ({ rejected, zone }) => rejected === 'edns-refused' && zone.includes('.'),
  );
  return isOldServer ? 'edns' : 'none';
}
