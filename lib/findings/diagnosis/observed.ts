import { isAnswer, isUseful, serverLabel } from '@/lib/dns/compare';
import type { Evidence } from '@/lib/report/evidence';
import { dnsStep, type Reference } from '@/lib/report/reference';

/** Something seen that a cause rests on. */
interface Observation {
  say: string;
  evidence: Reference[];
}

/** Name servers that answered this check; null when none did. */
export function nameServersHeard({ trace: { steps } }: Evidence): Observation | null {
  const heard = new Map(steps.filter((step) => isUseful(step)).map((step) => [serverLabel(step), step]));
  const [first] = heard.values();
  if (first === undefined) return null;
  return {
    say: `${heard.size === 1 ? 'One name server' : `${heard.size} name servers`} answered this check directly.`,
    evidence: [dnsStep(first.n)],
  };
}

/** How many servers of the domain's zone answered, out of all; null when they were not asked. */
export function zoneServers({ zone }: Evidence): { answering: number; all: number } | null {
  if (zone === null || zone.servers.length === 0) return null;
  const answering = zone.servers.filter(({ outcome }) => isAnswer(outcome)).length;
  return { answering, all: zone.servers.length };
}
