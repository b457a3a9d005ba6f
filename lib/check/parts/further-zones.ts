import type { SurveyQuestion } from '@/lib/dns/ask-all';
import type { DomainName } from '@/lib/dns/name';
import { isAddressLiteral } from '@/lib/route/read-route';
import type { WalkingRun } from '../walks';
import { examineZone, isTopLevel } from './zone';

/** Zones beside the domain's own that are examined; domains have one or two, and the share of the budget is for comparing all. */
const MAX_FURTHER_ZONES = 3;

/** The zones that mail needs beside the domain's own: those of alias targets and of exchanges. */
export interface FurtherZones {
  /** Examines the zone that holds the name, unless that has been done. */
  examine(name: DomainName, questions?: readonly SurveyQuestion[]): Promise<void>;
  /** Notes the zones that were too many. */
  tell(): void;
}

export function createFurtherZones(run: WalkingRun): FurtherZones {
  const { walks, record } = run;
  const examined = new Set<DomainName>([walks.delegation(walks.domain).zone]);
  const left = new Set<DomainName>();
  return {
    async examine(name, questions = []) {
      const { zone } = walks.delegation(name);
      if (isAddressLiteral(name) || examined.has(zone)) return;
      if (examined.size > MAX_FURTHER_ZONES) {
        left.add(zone);
        return;
      }
      examined.add(zone);
      await surveyFurtherZone(run, zone, questions);
    },
    tell() {
      if (left.size > 0)
        record.note({ type: 'limit', limit: 'zones', count: MAX_FURTHER_ZONES, left: [...left] });
    },
  };
}

/** What the servers of one of them say. */
async function surveyFurtherZone(
  run: WalkingRun,
  zone: DomainName,
  questions: readonly SurveyQuestion[],
): Promise<void> {
  const { walks, record } = run;
  const asked = await walks.askAside(zone, 'SOA', walks.delegation(zone).step);
  if (asked.kind === 'failed' || isTopLevel(zone)) return;
  const found = { zone, soa: asked.records[0] ?? asked.soa, after: asked.steps.at(-1) ?? null };
  await examineZone(run, walks.askAside, { ...found, questions }, (seen) => {
    if (seen.nameServers.length > 0) record.tell('exchangeZones', seen);
  });
}
