import type { Reference } from '@/lib/report/reference';
import { readExtensions } from '@/lib/smtp/extensions';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { type ClosedSession, heardSessions, hostLabels, lineEvidence } from '../seen';

/** RFC 8996 §4, §5. */
const OLD_PROTOCOLS = ['TLSv1', 'TLSv1.1', 'SSLv3'];

/** What decides about a message: whether and how it can be sent. */
const MATTERS = ['SIZE', '8BITMIME', 'SMTPUTF8', 'BINARYMIME', 'CHUNKING', 'DSN'];

/** What is offered only before TLS or again under it, and the version of it. */
export function* aroundStarttls(seen: Evidence): Iterable<Claim> {
  const heard = heardSessions(seen).filter(({ withoutTls }) => !withoutTls);

  const old = heard.filter(({ tls }) => OLD_PROTOCOLS.includes(tls?.protocol ?? ''));
  for (const group of groupBy(old, ({ tls }) => tls?.protocol ?? ''))
    yield found(
      'tls.old-protocol',
      { hosts: hostLabels(group), protocol: group[0].tls?.protocol ?? '' },
      group.map(evidenceOfTls),
    );

  const secured = heard.filter(hasAnsweredTwice);
  const again = secured.filter(({ capabilities }) => readExtensions(capabilities).has('STARTTLS'));
  if (again.length > 0)
    yield found('tls.offered-again', { hosts: hostLabels(again) }, again.map(evidenceOfLastEhlo));

  const poorer = secured.filter((session) => vanished(session).length > 0);
  for (const group of groupBy(poorer, (session) => vanished(session).join()))
    yield found(
      'tls.capabilities-vanish',
      { hosts: hostLabels(group), gone: vanished(group[0]) },
      group.map(evidenceOfLastEhlo),
    );
}

/** EHLO was accepted before TLS and under it. */
function hasAnsweredTwice({ capabilitiesBefore, stages }: ClosedSession): boolean {
  const lastEhlo = stages.findLast(({ stage }) => stage === 'ehlo');
  return capabilitiesBefore !== undefined && lastEhlo?.outcome === 'ok';
}

function vanished({ capabilities, capabilitiesBefore = [] }: ClosedSession): string[] {
  const [before, after] = [readExtensions(capabilitiesBefore), readExtensions(capabilities)];
  return MATTERS.filter((one) => before.has(one) && !after.has(one));
}

function evidenceOfTls(session: ClosedSession): Reference {
  return lineEvidence(session, session.stages.find(({ stage }) => stage === 'tls')?.line);
}

function evidenceOfLastEhlo(session: ClosedSession): Reference {
  return lineEvidence(session, session.stages.findLast(({ stage }) => stage === 'ehlo')?.line);
}
