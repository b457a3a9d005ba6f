import type { Evidence } from '@/lib/report/evidence';
import { groupBy } from '@/lib/group-by';
import type { Reference } from '@/lib/report/reference';
import { readExtensions } from '@/lib/smtp/extensions';
import { found, type Claim } from '../found';
import { type ClosedSession, heardSessions, hostLabels, lineEvidence } from '../seen';

/** Mechanisms that give the password to whoever listens. */
const READABLE = ['PLAIN', 'LOGIN'];

/** AUTH that is offered before TLS. */
export function* authInTheClear(seen: Evidence): Iterable<Claim> {
  const readable = heardSessions(seen).filter(
    (session) => !session.withoutTls && mechanisms(session).length > 0,
  );
  for (const group of groupBy(readable, (session) => mechanisms(session).join()))
    yield found(
      'smtp.auth-in-the-clear',
      { hosts: hostLabels(group), mechanisms: mechanisms(group[0]) },
      group.map(evidenceOfEhlo),
    );
}

function mechanisms({ capabilities, capabilitiesBefore }: ClosedSession): string[] {
  const offered = readExtensions(capabilitiesBefore ?? capabilities).get('AUTH') ?? '';
  return offered
    .toUpperCase()
    .split(' ')
    .filter((one) => READABLE.includes(one));
}

function evidenceOfEhlo(session: ClosedSession): Reference {
  return lineEvidence(session, session.stages.find(({ stage }) => stage === 'ehlo')?.line);
}
