import type { Reference } from '@/lib/report/reference';
import { INJECTED } from '@/lib/smtp/dialogue';
import { endOf, found, type Found } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import {
  acceptedElsewhere,
  type ClosedSession,
  evidenceOf,
  heardSessions,
  hostLabels,
  recipientOf,
} from '../seen';
import { meaningOf } from '../said';
import { cutOff } from './cut-off';
import { missingSmtputf8 } from './odd';
import { contradictsItself } from './out-of-step';
import { refused } from './refused';
import { isOurMissingIpv6 } from '../vantage/network';

/** How each session ended; sessions that ended alike become one finding. */
export function* sessionOutcomes(seen: Evidence): Iterable<Found> {
  const heard = heardSessions(seen).filter((session) => !isOurMissingIpv6(seen, session));
  const groups = groupBy(heard, (session) =>
    [
      session.outcome,
      session.stage,
      session.reply?.code,
      session.reply?.enhanced,
      session.detail,
      contradictsItself(session),
      ...said(session),
    ].join('|'),
  );
  for (const group of groups) {
    const outcome = outcomeFound(seen, group);
    if (outcome !== null) yield endOf(group, outcome);
  }
}

/** Servers may mean different things by the same codes. */
function said(session: ClosedSession): (string | number | null)[] {
  const meaning = meaningOf(session);
  if (meaning === null) return [];
  const { category, side, extracted } = meaning;
  return [category, side, extracted.blocklist, extracted.waitSeconds];
}

function outcomeFound(seen: Evidence, group: [ClosedSession, ...ClosedSession[]]): Found | null {
  const [first] = group;
  const evidence = evidenceOf(group);
  const cut = { hosts: hostLabels(group), elsewhere: acceptedElsewhere(seen, group) };
  const seconds = Math.round(Math.max(...group.map(({ timings }) => timings.totalMs ?? 0)) / 1000);
  const { stage } = first;
  const detail = first.detail ?? first.outcome;
  switch (first.outcome) {
    case 'accepted':
      if (contradictsItself(first)) return null; // a rule of its own says it
      return accepted(seen, group, evidence);
    case 'temporary':
    case 'permanent':
      if (first.reply === null) return missingSmtputf8(seen, group);
      return refused(seen, group, first.reply, evidence);
    case 'refused':
      return found('tcp.refused', cut, evidence);
    case 'timeout':
      return found('tcp.timed-out', { ...cut, seconds }, evidence);
    case 'unreachable':
      return found('tcp.unreachable', { ...cut, errno: detail }, evidence);
    case 'reset':
      if (stage === 'connect') return found('tcp.reset', cut, evidence);
      return cutOff(seen, group);
    case 'protocol-error':
      if (first.tls?.problem?.code === INJECTED) return null; // the rule about TLS says it
      return cutOff(seen, group);
    case 'closed':
    case 'silent':
      return cutOff(seen, group);
    case 'tls-failed': // the rule about TLS says it
    case 'blocked':
    case 'skipped':
    case 'stopped':
      return null;
  }
}

function accepted(seen: Evidence, group: [ClosedSession, ...ClosedSession[]], evidence: Reference[]): Found {
  const hosts = hostLabels(group);
  const recipient = recipientOf(seen);
  const [{ stage, queueId }] = group;
  if (stage === 'message')
    return found('smtp.message-accepted', { hosts, recipient, queueId: queueId ?? '' }, evidence);
  if (stage === 'rcpt') return found('smtp.accepted', { hosts, recipient }, evidence);
  return found('smtp.greeting-ok', { hosts }, evidence);
}
