import type { Evidence } from '@/lib/report/evidence';
import { found, type Claim } from '../found';
import { routeEvidence } from '../seen';

/** Routes without a mail exchanger of their own: mail is declined, or goes to the address of the domain. */
export function* withoutExchange({ route, target: { domain } }: Evidence): Iterable<Claim> {
  if (route?.kind === 'null') yield found('mx.null', { domain }, routeEvidence(route));
  if (route?.kind === 'implicit')
    yield found('mx.implicit', { domain, target: route.alias.at(-1) ?? '' }, routeEvidence(route));
}
