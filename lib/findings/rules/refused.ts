import type { Reference } from '@/lib/report/reference';
import type { Meaning } from '@/lib/meaning/schema';
import type { Reply } from '@/lib/smtp/session';
import { REASON, type SenderCategory } from '../catalogue/smtp-sender';
import { found, type Found } from '../found';
import { meaningOf } from '../said';
import type { Evidence } from '@/lib/report/evidence';
import {
  acceptedElsewhere,
  type ClosedSession,
  type SessionGroup,
  hostLabels,
  recipientOf,
  replyText,
} from '../seen';
import { refusedParameters } from './odd';

/** Sessions that ended with a refusal: what the reply means first, then what its code and stage leave open. */
export function refused(seen: Evidence, group: SessionGroup, reply: Reply, evidence: Reference[]): Found {
  const [first] = group;
  const { stage } = first;
  const meaning = meaningOf(first);
  const common = {
    hosts: hostLabels(group),
    elsewhere: acceptedElsewhere(seen, group),
    reply: replyText(reply),
    code: reply.code,
    enhanced: reply.enhanced ?? '',
  };
  const about: About = { ...common, stage, recipient: recipientOf(seen) };
  if (reply.code < 500) return forNow(about, meaning, evidence);
  const byParameters = stage === 'mail' ? refusedParameters(seen, group, reply) : null;
  if (byParameters !== null) return byParameters;
  const byMeaning = forGood(about, meaning, evidence);
  if (byMeaning !== null) return byMeaning;
  const { recipient } = about;
  switch (stage) {
    case 'greeting':
      if (reply.code === 521) return found('smtp.takes-no-mail', common, evidence); // RFC 7504 §3
      return found('smtp.greeting-refused', common, evidence);
    case 'mail':
      return found('smtp.sender-refused', { ...common, sender: seen.vantage.sender }, evidence);
    case 'rcpt':
      if (reply.code === 556) return found('smtp.domain-takes-no-mail', { ...common, recipient }, evidence); // RFC 7504 §4
      return found('smtp.recipient-refused', { ...common, recipient }, evidence);
    default:
      return found('smtp.refused', { ...common, stage }, evidence);
  }
}

interface About {
  hosts: string[];
  elsewhere: boolean;
  reply: string;
  code: number;
  enhanced: string;
  stage: ClosedSession['stage'];
  recipient: string;
}

function forNow(about: About, meaning: Meaning | null, evidence: Reference[]): Found {
  const { recipient, stage, ...common } = about;
  const category = meaning?.category ?? 'unknown';
  if (category === 'greylisted') {
    const waitSeconds = meaning?.extracted.waitSeconds ?? 0;
    return found('smtp.greylisted', { ...common, recipient, waitSeconds }, evidence);
  }
  if (category === 'mailbox-full')
    return found('smtp.mailbox-full-for-now', { ...common, recipient }, evidence);
  if (category === 'blocked')
    return found('smtp.blocklisted-for-now', { ...common, stage, ...namedBy(meaning) }, evidence);
  if (blamesSender(meaning))
    return found('smtp.sender-must-act-for-now', { ...common, stage, category: meaning.category }, evidence);
  if (category === 'system-error' && meaning?.side === 'recipient')
    return found('smtp.trouble-for-now', { ...common, stage }, evidence);
  const isVague = ['busy', 'unknown', 'rate-limited', 'system-error'].includes(category);
  return found(
    common.code === 421 && isVague ? 'smtp.busy' : 'smtp.refused-for-now', // RFC 5321 §3.8
    { ...common, stage },
    evidence,
  );
}

/** What the words mean, at whatever stage they are said; null when they leave it open. */
function forGood(about: About, meaning: Meaning | null, evidence: Reference[]): Found | null {
  const { recipient, stage, ...common } = about;
  if (meaning === null) return null;
  if (blamesSender(meaning))
    return found('smtp.sender-must-act', { ...common, stage, category: meaning.category }, evidence);
  switch (meaning.category) {
    case 'blocked':
      return found('smtp.blocklisted', { ...common, stage, ...namedBy(meaning) }, evidence);
    case 'mailbox-full':
      return found('smtp.mailbox-full', { ...common, recipient }, evidence);
    case 'loop':
      return found('smtp.loops-back', { ...common, stage }, evidence);
    case 'system-error':
      return meaning.side === 'recipient' ? found('smtp.trouble', { ...common, stage }, evidence) : null;
    case 'mailbox-unknown':
      return namesMailbox(about)
        ? found('smtp.mailbox-unknown', { ...common, stage, recipient }, evidence)
        : null;
    case 'mailbox-disabled':
      return namesMailbox(about)
        ? found('smtp.mailbox-disabled', { ...common, stage, recipient }, evidence)
        : null;
    case 'relay-denied':
      return namesMailbox(about)
        ? found('smtp.relay-denied', { ...common, stage, recipient }, evidence)
        : null;
    default:
      return null;
  }
}

/** Before RCPT TO nobody can speak of the recipient; some do so only after the message. */
function namesMailbox({ stage, code }: About): boolean {
  return code !== 556 && (stage === 'rcpt' || stage === 'data' || stage === 'message');
}

function namedBy(meaning: Meaning | null): { blocklist: string; address: string } {
  const { blocklist = null, address = null } = meaning?.extracted ?? {};
  return { blocklist: blocklist ?? '', address: address ?? '' };
}

function blamesSender(meaning: Meaning | null): meaning is Meaning & { category: SenderCategory } {
  return meaning?.side === 'sender' && meaning.category in REASON;
}
