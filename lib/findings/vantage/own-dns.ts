import { isIpv6 } from '@/lib/ip-family';
import { dnsStep, type Reference } from '@/lib/report/reference';
import { isHeard, isOwnFailure } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { rrsigOf } from '@/lib/dnssec/records';
import { found, type Found } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';

/** Questions over TCP when not one of several servers has answered by it; none when somebody has. */
export function lostOverTcp({ trace }: Evidence): TraceStep[] {
  return allLost(trace.steps.filter(({ transport }) => transport === 'tcp'));
}

/** The same for questions to IPv6 addresses. A mail server that was reached by IPv6 proves the way, too. */
export function lostOverIpv6({ trace, sessions }: Evidence): TraceStep[] {
  const isReached = sessions.some(
    ({ address, stages }) =>
      isIpv6(address) && stages.some(({ stage, outcome }) => stage === 'connect' && outcome === 'ok'),
  );
  return isReached ? [] : allLost(trace.steps.filter(({ server }) => isIpv6(server.address)));
}

function allLost(steps: readonly TraceStep[]): TraceStep[] {
  const asked = steps.filter((step) => step.outcome !== 'blocked' && !isOwnFailure(step));
  const servers = new Set(asked.map(({ server }) => server.address));
  return servers.size < 2 || asked.some(isHeard) ? [] : asked;
}

/** Ways of ours that nothing came back by, whoever was asked. */
export function* ownDns(seen: Evidence): Iterable<Found> {
  if (!isSettled(seen)) return;
  const tcp = lostOverTcp(seen);
  if (tcp.length > 0) yield found('vantage.no-dns-tcp', { servers: serversOf(tcp) }, proofOf(tcp));
  const ipv6 = lostOverIpv6(seen);
  if (ipv6.length > 0) yield found('vantage.ipv6-silent', { servers: serversOf(ipv6) }, proofOf(ipv6));
}

/**
 * A signature of the root that is not valid by our clock: the root is signed anew several times a day, so it is the clock
 * that is wrong, and no date of any other zone can be judged by it.
 */
export function wrongClock({ trace, startedAt }: Evidence): Found | null {
  const now = Date.parse(startedAt) / 1000;
  for (const { n, zone, answer, authority } of trace.steps) {
    if (zone !== '.') continue;
    for (const record of [...answer, ...authority]) {
      const rrsig = record.type === 'RRSIG' ? rrsigOf(record) : null;
      if (rrsig?.signer !== '.' || (rrsig.inception <= now && now <= rrsig.expiration)) continue;
      const valid = { from: minute(rrsig.inception), until: minute(rrsig.expiration) };
      return found('vantage.clock', { now: minute(now), ...valid }, [dnsStep(n)]);
    }
  }
  return null;
}

/** `2026-11-20 04:00`. */
function minute(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

function serversOf(steps: readonly TraceStep[]): string[] {
  return [...new Set(steps.map(({ server }) => `${server.name} [${server.address}]`))];
}

function proofOf(steps: readonly TraceStep[]): Reference[] {
  return steps.map(({ n }) => dnsStep(n));
}
