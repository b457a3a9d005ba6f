import { mxDenial } from '@/lib/route/readings';
import type { Evidence } from '@/lib/report/evidence';
import { dnsStep } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import { routeEvidence } from '../seen';

/** Routes without a mail exchanger of their own: mail is declined, or goes to the address of the domain. */
export function* withoutExchange({ route, target: { domain }, trace }: Evidence): Iterable<Claim> {
  if (route?.kind === 'null') yield found('mx.null', { domain }, routeEvidence(route));
  if (route?.kind !== 'implicit') return;
  const denial = mxDenial(route, trace.steps);
  if (denial === null)
    yield found('mx.implicit', { domain, target: route.alias.at(-1) ?? '' }, routeEvidence(route));
  else
    yield found('mx.denied-with-nxdomain', { domain, zone: denial.zone }, [
      dnsStep(denial.n),
      ...routeEvidence(route),
    ]);
}
