import type { Evidence } from '@/lib/report/evidence';
import { place, type Reference, sessionLine } from '@/lib/report/reference';
import type { Session } from '@/lib/smtp/session';
import { hostLabel } from './seen';

/** What shows that outgoing port 25 works. */
interface PortProof {
  say: string;
  evidence: Reference[];
}

/** Some mail server apart from these addresses answered this machine; null when none did, in this check or lately. */
export function provenPort(seen: Evidence, apartFrom: readonly string[]): PortProof | null {
  const answered = seen.sessions.find((one) => !apartFrom.includes(one.address) && isConnected(one));
  if (answered !== undefined)
    return {
      say: `${hostLabel(answered)} answered this check on port ${answered.port}.`,
      evidence: [sessionLine(answered.n)],
    };
  const { reached } = seen;
  if (reached === null) return null;
  return {
    say: `Another mail server answered this machine on port ${reached.port} ${reached.secondsBefore} s before.`,
    evidence: [place('vantage')],
  };
}

function isConnected({ timings }: Session): boolean {
  return timings.connectMs !== null;
}
