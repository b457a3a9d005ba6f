import type { DomainName } from '@/lib/dns/name';
import { isAddressLiteral } from '@/lib/route/read-route';
import type { Notebook } from './notebook';
import { surveyExchangeZone } from './survey-zone';
import type { Walks } from './walks';

/** Zones of exchanges that are examined; domains have one or two, and the share of the budget is for comparing all. */
const MAX_EXCHANGE_ZONES = 3;

/** Examines the zones that hold exchanges, each once; returns what to do for one exchange whose addresses are known. */
export function createExchangeZones(walks: Walks, notebook: Notebook) {
  const examined = new Set<DomainName>([walks.delegation(walks.domain).zone]);
  return async (exchange: DomainName): Promise<void> => {
    const { zone } = walks.delegation(exchange);
    if (isAddressLiteral(exchange) || examined.has(zone) || examined.size > MAX_EXCHANGE_ZONES) return;
    examined.add(zone);
    await surveyExchangeZone(walks, zone, notebook);
  };
}
