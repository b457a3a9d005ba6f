import { INJECTED } from '@/lib/smtp/dialogue';
import { endedAlike } from '../ended-alike';
import { meaningOf } from '../said';
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
  if (stage === 'rcpt') {
    const about = { hosts, recipient, reply: unusual(group), forwardedTo: forwardedTo(group) };
    return found('smtp.accepted', { ...about, unknowns: unknownsOf(group) }, evidence);
  }
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

/** The address that 251 names (RFC 5321 §3.4); empty when there is none. */
function forwardedTo([first]: SessionGroup): string {
  return first.reply?.code === 251 ? (meaningOf(first)?.extracted.newAddress ?? '') : '';
}

/** What became of a recipient that was made up; empty when it was not asked, or the sessions differ. */
function unknownsOf(group: SessionGroup): 'accepted' | 'refused' | '' {
  const outcomes = group.map(({ controls }) => controls.find(({ control }) => control === 'random')?.outcome);
  if (outcomes.every((outcome) => outcome === 'accepted')) return 'accepted';
  return outcomes.every((outcome) => outcome === 'permanent') ? 'refused' : '';
}
