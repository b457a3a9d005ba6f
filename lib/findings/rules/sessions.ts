import { explainReply } from '@/lib/meaning/meaning';
import { INJECTED } from '@/lib/smtp/dialogue';
import type { Reply } from '@/lib/smtp/session';
import { REASON, type SenderCategory } from '../catalogue/smtp-meaning';
import { found, type Found } from '../found';
import {
  acceptedElsewhere,
  type ClosedSession,
  evidenceOf,
  groupBy,
  heardSessions,
  hostLabels,
  recipientOf,
  replyText,
  type Seen,
} from '../seen';
import { cutOff } from './cut-off';
import { missingSmtputf8, refusedParameters } from './odd';
import { contradictsItself } from './out-of-step';
import { isOurMissingIpv6 } from './vantage';

/** How each session ended; sessions that ended alike become one finding. */
export function* sessionOutcomes(seen: Seen): Iterable<Found> {
  const heard = heardSessions(seen).filter((session) => !isOurMissingIpv6(seen, session));
  const groups = groupBy(heard, (session) =>
    [
      session.outcome,
      session.stage,
      session.reply?.code,
      session.reply?.enhanced,
      session.detail,
      contradictsItself(session),
    ].join('|'),
  );
  for (const group of groups) {
    const outcome = outcomeFound(seen, group);
    if (outcome !== null) yield outcome;
  }
}

function outcomeFound(seen: Seen, group: [ClosedSession, ...ClosedSession[]]): Found | null {
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

function accepted(seen: Seen, group: [ClosedSession, ...ClosedSession[]], evidence: string[]): Found {
  const hosts = hostLabels(group);
  const recipient = recipientOf(seen);
  const [{ stage, queueId }] = group;
  if (stage === 'message')
    return found('smtp.message-accepted', { hosts, recipient, queueId: queueId ?? '' }, evidence);
  if (stage === 'rcpt') return found('smtp.accepted', { hosts, recipient }, evidence);
  return found('smtp.greeting-ok', { hosts }, evidence);
}

function refused(
  seen: Seen,
  group: [ClosedSession, ...ClosedSession[]],
  reply: Reply,
  evidence: string[],
): Found {
  const { stage } = group[0];
  const common = {
    hosts: hostLabels(group),
    elsewhere: acceptedElsewhere(seen, group),
    reply: replyText(reply),
    code: reply.code,
    enhanced: reply.enhanced ?? '',
  };
  const recipient = recipientOf(seen);
  const text = reply.lines.map((line) => `${reply.code} ${line}`).join('\n');
  const { category, extracted } = explainReply({ reply: text, stage });
  if (reply.code === 421) return found('smtp.busy', { ...common, stage }, evidence); // RFC 5321 §3.8
  if (reply.code < 500) {
    if (category === 'mailbox-full')
      return found('smtp.mailbox-full-for-now', { ...common, recipient }, evidence);
    if (blamesSender(category))
      return found('smtp.sender-must-act-for-now', { ...common, stage, category }, evidence);
    if (category !== 'greylisted' || stage === 'greeting')
      return found('smtp.refused-for-now', { ...common, stage }, evidence);
    const waitSeconds = extracted.waitSeconds ?? 0;
    return found('smtp.greylisted', { ...common, recipient, waitSeconds }, evidence);
  }
  // Words alone may speak of somebody else: our address is blamed only when it, or a list, is named.
  if (category === 'blocked' && (extracted.blocklist !== null || extracted.address !== null))
    return found('smtp.blocklisted', { ...common, stage, blocklist: extracted.blocklist ?? '' }, evidence);
  const byParameters = stage === 'mail' ? refusedParameters(seen, group, reply) : null;
  if (byParameters !== null) return byParameters;
  if (category === 'mailbox-full') return found('smtp.mailbox-full', { ...common, recipient }, evidence);
  if (category === 'loop') return found('smtp.loops-back', { ...common, stage }, evidence);
  if (blamesSender(category)) return found('smtp.sender-must-act', { ...common, stage, category }, evidence);
  switch (stage) {
    case 'greeting':
      if (reply.code === 521) return found('smtp.takes-no-mail', common, evidence); // RFC 7504 §3
      return found('smtp.greeting-refused', common, evidence);
    case 'mail':
      return found('smtp.sender-refused', { ...common, sender: seen.vantage.sender }, evidence);
    case 'rcpt':
      if (reply.code === 556) return found('smtp.domain-takes-no-mail', { ...common, recipient }, evidence); // RFC 7504 §4
      if (category === 'mailbox-unknown')
        return found('smtp.mailbox-unknown', { ...common, recipient }, evidence);
      if (category === 'mailbox-disabled')
        return found('smtp.mailbox-disabled', { ...common, recipient }, evidence);
      if (category === 'relay-denied') return found('smtp.relay-denied', { ...common, recipient }, evidence);
      return found('smtp.recipient-refused', { ...common, recipient }, evidence);
    default:
      return found('smtp.refused', { ...common, stage }, evidence);
  }
}

function blamesSender(category: string): category is SenderCategory {
  return category in REASON;
}
