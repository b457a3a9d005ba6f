import type { Evidence } from '@/lib/report/evidence';
import type { Reference } from '@/lib/report/reference';
import { wordsOf } from '@/lib/meaning/categories';
import type { Category, Meaning } from '@/lib/meaning/schema';
import type { Reply } from '@/lib/smtp/session';
import type { FindingCode } from '../catalogue';
import type { Refusal } from './catalogue/refusal';
import { found, type Claim } from '../found';
import { isOwnTrouble, meaningOf } from '../said';
import { acceptedElsewhere, type SessionGroup, hostLabels, recipientOf, replyText } from '../seen';
import { refusedParameters } from './odd';

/** Findings that need nothing beside the refusal itself. */
type PlainCode = Extract<
  FindingCode,
  | 'smtp.mailbox-unknown'
  | 'smtp.mailbox-disabled'
  | 'smtp.domain-unknown'
  | 'smtp.relay-denied'
  | 'smtp.login-wanted'
  | 'smtp.loops-back'
  | 'smtp.list-refused'
  | 'smtp.not-accepting-mail'
  | 'smtp.network-error'
  | 'smtp.command-refused'
>;

/** Sessions that ended with a refusal: what the reply means first, then what its code and stage leave open. */
export function refused(seen: Evidence, group: SessionGroup, reply: Reply, evidence: Reference[]): Claim {
  const [first] = group;
  const { stage } = first;
  const byParameters = stage === 'mail' && reply.code >= 500 ? refusedParameters(seen, group, reply) : null;
  if (byParameters !== null) return byParameters;
  const meaning = meaningOf(first);
  const about = { ...aboutOf(seen, group, reply), ...toldBy(meaning) };
  // RFC 7504 §3 and §4: the code itself is the reason.
  if (reply.code === 521 && stage === 'greeting') return found('smtp.takes-no-mail', about, evidence);
  if (reply.code === 556 && stage === 'rcpt') return found('smtp.domain-takes-no-mail', about, evidence);
  if (meaning?.category === 'tls-required' && reply.code >= 500 && first.tls?.state === 'not-offered')
    return found('smtp.tls-not-offered', { ...about, side: 'unknown', whoActs: 'recipient-admin' }, evidence);
  return byMeaning(about, meaning, evidence) ?? byStage(about, seen.vantage.sender, evidence);
}

function aboutOf(seen: Evidence, group: SessionGroup, reply: Reply) {
  return {
    hosts: hostLabels(group),
    elsewhere: acceptedElsewhere(seen, group),
    stage: group[0].stage,
    recipient: recipientOf(seen),
    reply: replyText(reply),
    replies: repliesOf(group),
    code: reply.code,
    enhanced: reply.enhanced ?? '',
  };
}

/** What each host said last, in the order of the hosts. */
function repliesOf(group: SessionGroup): string[] {
  const said = new Map(group.map((session) => [hostLabels([session])[0], session.reply]));
  return [...said.values()].map((reply) => (reply === null ? '' : replyText(reply)));
}

type Told = Pick<Refusal, 'category' | 'side' | 'whoActs' | 'says' | 'meaning' | 'fix'>;

/** What every finding about a reply carries of its meaning. */
function toldBy(read: Meaning | null): Told {
  if (read === null) return inWordsOf('unknown');
  const { category, side, whoActs, says, meaning, fix } = read;
  return { category, side, whoActs, says, meaning, fix };
}

function inWordsOf(category: Category): Told {
  const { side, whoActs, says, meaning, fix } = wordsOf(category, true);
  return { category, side, whoActs, says, meaning, fix };
}

/** Categories with a finding that depends on nothing else. */
const BY_CATEGORY: Partial<Record<Category, PlainCode>> = {
  'domain-unknown': 'smtp.domain-unknown',
  'auth-required': 'smtp.login-wanted',
  loop: 'smtp.loops-back',
  'mailing-list': 'smtp.list-refused',
  'network-error': 'smtp.network-error',
  'protocol-error': 'smtp.command-refused',
};

/** Categories about the recipient: before RCPT TO nobody can speak of it; some servers do so only after the message. */
const ABOUT_RECIPIENT: Partial<Record<Category, PlainCode>> = {
  'mailbox-unknown': 'smtp.mailbox-unknown',
  'mailbox-disabled': 'smtp.mailbox-disabled',
  'relay-denied': 'smtp.relay-denied',
  'not-accepting-mail': 'smtp.not-accepting-mail',
};

/** What the words mean, at whatever stage they are said; null when they leave it open. */
function byMeaning(about: Refusal, meaning: Meaning | null, evidence: Reference[]): Claim | null {
  if (meaning === null) return null;
  const { category, side, extracted } = meaning;
  const isForGood = about.code >= 500;
  const namesRecipient = ['rcpt', 'data', 'message'].includes(about.stage);
  const plain = BY_CATEGORY[category] ?? (namesRecipient ? ABOUT_RECIPIENT[category] : undefined);
  if (plain !== undefined) return found(plain, { ...about, ...lostState(about) }, evidence);
  // RFC 5321 §4.2.2: "No SMTP service here" is the text of 554 for a host that takes no mail.
  if (category === 'not-accepting-mail' && about.stage === 'greeting' && side === 'recipient')
    return found('smtp.not-accepting-mail', about, evidence);
  // It takes its own gateway for the sender, or asks a list that has ended: trouble of its own.
  if (isOwnTrouble(meaning)) return trouble(about, evidence);
  switch (category) {
    case 'greylisted':
      if (isForGood) return null;
      return found('smtp.greylisted', { ...about, waitSeconds: extracted.waitSeconds ?? 0 }, evidence);
    case 'mailbox-full':
      return found(isForGood ? 'smtp.mailbox-full' : 'smtp.mailbox-full-for-now', about, evidence);
    case 'moved':
      return found('smtp.moved', { ...about, newAddress: extracted.newAddress ?? '' }, evidence);
    case 'blocked':
      if (side !== 'sender') return null;
      return found(
        isForGood ? 'smtp.blocklisted' : 'smtp.blocklisted-for-now',
        { ...about, blocklist: extracted.blocklist ?? '', address: extracted.address ?? '' },
        evidence,
      );
    case 'system-error':
      if (side !== 'recipient') return null;
      return trouble(about, evidence);
    case 'busy':
      return found('smtp.busy', about, evidence);
    default:
      if (side === 'sender')
        return found(isForGood ? 'smtp.sender-must-act' : 'smtp.sender-must-act-for-now', about, evidence);
      // RFC 5321 §3.8: a limit for everybody, told by 421, is want of time.
      if (category === 'rate-limited' && about.code !== 421)
        return found('smtp.rate-limited', about, evidence);
      return null;
  }
}

/**
 * The commands of a check are as RFC 5321 has them, so the other side looks why one is not accepted. Where every command before
 * was, whoever calls this one out of order has forgotten them.
 */
function lostState({ category, code, stage }: Refusal): Partial<Told> {
  if (category !== 'protocol-error') return {};
  const isInOrder = ['rcpt', 'data', 'message'].includes(stage);
  return code === 503 && isInOrder
    ? { side: 'recipient', whoActs: 'recipient-admin' }
    : { whoActs: 'recipient-admin', fix: COMMAND_FIX };
}

const COMMAND_FIX =
  'On the recipient’s side: find in the log why the server does not accept this command, which is as RFC 5321 has it. A proxy or firewall in between may also have altered it.';

function trouble(about: Refusal, evidence: Reference[]): Claim {
  return found(about.code >= 500 ? 'smtp.trouble' : 'smtp.trouble-for-now', about, evidence);
}

/** No reason is told: what was refused is all there is to say, and shows whose rule it is. */
function byStage(about: Refusal, sender: string, evidence: Reference[]): Claim {
  if (about.code < 500) {
    const isVague = ['unknown', 'rate-limited', 'system-error'].includes(about.category);
    if (about.code !== 421 || !isVague) return found('smtp.refused-for-now', about, evidence);
    return found('smtp.busy', { ...about, ...inWordsOf('busy') }, evidence); // RFC 5321 §3.8
  }
  switch (about.stage) {
    case 'greeting':
      // The sending address may be refused, or nobody is let in.
      return found('smtp.greeting-refused', { ...about, side: 'unknown', whoActs: 'unknown' }, evidence);
    case 'mail':
      return found('smtp.sender-refused', { ...about, sender }, evidence);
    case 'rcpt':
      return found(
        'smtp.recipient-refused',
        { ...about, side: 'recipient', whoActs: 'recipient-admin' },
        evidence,
      );
    default:
      return found('smtp.refused', about, evidence);
  }
}
