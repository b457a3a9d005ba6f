import { INJECTED } from '@/lib/smtp/dialogue';
import { endedAlike } from '../ended-alike';
import { endOf, found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { evidenceOf, hostLabels, recipientOf, type SessionGroup } from '../seen';
import { cutOff } from './cut-off';
import { missingSmtputf8 } from './odd';
import { contradictsItself } from './out-of-step';
import { refused } from './refused';

/** How each session that was connected ended; sessions that ended alike become one finding. */
export function* sessionOutcomes(seen: Evidence): Iterable<Claim> {
  for (const group of endedAlike(seen)) {
    const outcome = outcomeFound(seen, group);
    if (outcome !== null) yield endOf(group, outcome);
  }
}

function outcomeFound(seen: Evidence, group: SessionGroup): Claim | null {
  const [first] = group;
  switch (first.outcome) {
    case 'accepted':
      if (contradictsItself(first)) return null; // a rule of its own says it
      return accepted(seen, group);
    case 'temporary':
    case 'permanent':
      if (first.reply === null) return missingSmtputf8(seen, group);
      return refused(seen, group, first.reply, evidenceOf(group));
    case 'reset':
      return first.stage === 'connect' ? null : cutOff(seen, group);
    case 'protocol-error':
      if (first.tls?.problem?.code === INJECTED) return null; // the rule about TLS says it
      return cutOff(seen, group);
    case 'closed':
    case 'silent':
      return cutOff(seen, group);
    case 'refused': // there was no connection
    case 'timeout':
    case 'unreachable':
    case 'tls-failed': // the rule about TLS says it
    case 'blocked':
    case 'skipped':
    case 'stopped':
      return null;
  }
}

function accepted(seen: Evidence, group: SessionGroup): Claim {
  const hosts = hostLabels(group);
  const evidence = evidenceOf(group);
  const recipient = recipientOf(seen);
  const [{ stage, queueId }] = group;
  if (stage === 'message')
    return found('smtp.message-accepted', { hosts, recipient, queueId: queueId ?? '' }, evidence);
  if (stage === 'rcpt') return found('smtp.accepted', { hosts, recipient, reply: unusual(group) }, evidence);
  return found('smtp.greeting-ok', { hosts }, evidence);
}

/** A reply that takes the recipient otherwise than with 250: 251 forwards, 252 could not verify (RFC 5321 §4.2.3); else empty. */
function unusual(group: SessionGroup): string {
  const said = group.flatMap(({ stages, transcript }) => {
    const rcpt = stages.find(({ stage, code }) => stage === 'rcpt' && (code === 251 || code === 252));
    return transcript.find(({ seq }) => seq === rcpt?.line)?.text ?? [];
  });
  return said[0] ?? '';
}
