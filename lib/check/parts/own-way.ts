import type { Server } from '@/lib/dns/ask';
import { isHeard, isOwnFailure } from '@/lib/dns/heard';
import { labelCount } from '@/lib/dns/name';
import type { TraceStep } from '@/lib/dns/trace';
import type { WalkingRun, Walks } from '../walks';

/**
 * Asks a registry or the root once by each way that nobody has answered by: over TCP, and over IPv6. They answer by both,
 * so that silence there, too, is our own network's.
 */
export async function proveOwnWay({ walks, record }: WalkingRun): Promise<void> {
  const { steps } = record.report().trace;
  const isMissing = (isByWay: (step: TraceStep) => boolean) => {
    const asked = steps.filter((step) => isByWay(step) && !isOwnFailure(step));
    return asked.length > 0 && !asked.some(isHeard);
  };
  const heard = new Set(steps.filter(isHeard).map(({ server }) => server.address));
  const asked = new Set(steps.map(({ server }) => server.address));
  await Promise.all([
    isMissing(isOverTcp) && askAbove(walks, ({ address }) => heard.has(address), 'tcp'),
    isMissing(isOverIpv6) && askAbove(walks, ({ address }) => address.includes(':') && !asked.has(address)),
  ]);
}

async function askAbove(walks: Walks, isMeant: (server: Server) => boolean, over?: 'tcp'): Promise<void> {
  const above = walks.path(walks.domain).filter(({ zone }) => labelCount(zone) < 2);
  for (const zone of above.toReversed()) {
    const server = zone.servers.find(isMeant);
    if (server === undefined) continue;
    await walks.survey(zone, [server], [{ name: zone.zone, type: 'SOA', ...(over && { over }) }]);
    return;
  }
}

function isOverTcp({ transport }: TraceStep): boolean {
  return transport === 'tcp';
}

function isOverIpv6({ server }: TraceStep): boolean {
  return server.address.includes(':');
}
