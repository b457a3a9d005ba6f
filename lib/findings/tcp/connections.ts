import { isIpv6 } from '@/lib/ip-family';
import type { Evidence } from '@/lib/report/evidence';
import { endedAlike } from '../ended-alike';
import { endOf, found, type Claim } from '../found';
import { provenPort } from '../port';
import { acceptedElsewhere, evidenceOf, hostLabels, type SessionGroup } from '../seen';

/** Connections that could not be made; those that failed alike become one finding. */
export function* failedConnections(seen: Evidence): Iterable<Claim> {
  for (const group of endedAlike(seen)) {
    const failed = failedFound(seen, group);
    if (failed !== null) yield endOf(group, failed);
  }
}

/** It is an IPv6 address of an exchange that accepts over IPv4. */
function isTakenOverIpv4({ sessions }: Evidence, { address, exchange }: SessionGroup[0]): boolean {
  return (
    isIpv6(address) &&
    sessions.some((one) => one.exchange === exchange && !isIpv6(one.address) && one.outcome === 'accepted')
  );
}

function failedFound(seen: Evidence, group: SessionGroup): Claim | null {
  const [{ outcome, stage, detail }] = group;
  const about = {
    hosts: hostLabels(group),
    elsewhere: acceptedElsewhere(seen, group),
    portWorks:
      provenPort(
        seen,
        group.map(({ address }) => address),
      ) !== null,
    implicit: seen.route?.kind === 'implicit' ? seen.target.domain : '',
    overIpv4: group.every((session) => isTakenOverIpv4(seen, session)),
  };
  const evidence = evidenceOf(group);
  switch (outcome) {
    case 'refused':
      return found('tcp.refused', about, evidence);
    case 'timeout': {
      const seconds = Math.round(Math.max(...group.map(({ timings }) => timings.totalMs ?? 0)) / 1000);
      return found('tcp.timed-out', { ...about, seconds }, evidence);
    }
    case 'unreachable':
      return found('tcp.unreachable', { ...about, errno: detail ?? outcome }, evidence);
    case 'reset':
      return stage === 'connect' ? found('tcp.reset', about, evidence) : null;
    default:
      return null; // the dialogue had begun, or nothing was tried
  }
}
