import type { Category } from './schema';
import {
  domainUnknown,
  hostUnknown,
  mailboxDisabled,
  mailboxFull,
  mailboxUnknown,
  mailingList,
  moved,
  notAcceptingMail,
  relayDenied,
  relayingDenied,
  quotaWords,
  disabledWords,
  unknownWords,
  listMembers,
} from './words/recipient';
import {
  authFailed,
  authRequired,
  blocked,
  greylisted,
  rateLimited,
  senderIdentity,
  senderRejected,
  blocklisted,
  blockedByPerson,
  authWords,
  senderDomain,
  sendingLimits,
  loginWanted,
} from './words/sender';
import { contentFormat, messageTooLarge, spamContent, spamLinks, virus } from './words/content';
import {
  busy,
  expired,
  loop,
  networkError,
  policy,
  protocolError,
  systemError,
  vagueError,
  tlsRequired,
  outOfOrder,
  brokenPart,
  brokenDns,
  unfinished,
  expiredWords,
  connectionFailed,
  policyWords,
  dnsSilent,
} from './words/transport';
import { FOREIGN } from './words/foreign';
import { joined, type Phrase } from './words/phrase';

/** What phrases mean whoever says them: the first category that fits counts, so the more exact stand before the more general. */
const ORDER: readonly (readonly [Category, readonly Phrase[]])[] = [
  ['greylisted', greylisted],
  ['system-error', unfinished],
  ['protocol-error', outOfOrder],
  ['system-error', brokenPart],
  ['auth-failed', authWords],
  ['network-error', dnsSilent],
  ['loop', loop],
  ['spam-content', spamLinks],
  ['sender-rejected', blockedByPerson],
  ['blocked', blocklisted],
  ['virus', virus],
  ['rate-limited', sendingLimits],
  ['mailbox-full', quotaWords],
  ['expired', expiredWords],
  ['message-too-large', messageTooLarge],
  ['mailbox-full', mailboxFull],
  ['auth-required', loginWanted],
  ['tls-required', tlsRequired],
  ['auth-failed', authFailed],
  ['sender-identity', senderIdentity],
  ['relay-denied', relayingDenied],
  ['mailing-list', listMembers],
  ['sender-rejected', senderDomain],
  ['rate-limited', rateLimited],
  ['mailbox-disabled', disabledWords],
  ['mailbox-unknown', unknownWords],
  ['spam-content', spamContent],
  ['blocked', blocked],
  ['network-error', connectionFailed],
  ['relay-denied', relayDenied],
  ['not-accepting-mail', notAcceptingMail],
  ['sender-rejected', senderRejected],
  ['auth-required', authRequired],
  ['mailing-list', mailingList],
  ['mailbox-disabled', mailboxDisabled],
  ['moved', moved],
  ['domain-unknown', hostUnknown],
  ['mailbox-unknown', mailboxUnknown],
  ['network-error', brokenDns],
  ['domain-unknown', domainUnknown],
  ['content-format', contentFormat],
  ['policy', policyWords],
  ['expired', expired],
  ['network-error', networkError],
  ['busy', busy],
  ['protocol-error', protocolError],
  ['system-error', systemError],
  ['policy', policy],
  ['system-error', vagueError],
];

const RULES = ORDER.map(([category, phrases], n) => {
  const isLast = ORDER.findLastIndex(([other]) => other === category) === n;
  return { category, pattern: joined(phrases), foreign: isLast ? FOREIGN[category] : undefined };
});
/** Most replies are English: one look spares them the others. */
const ANY_FOREIGN = joined(Object.values(FOREIGN));

/** The category that the words of a normalised text speak of; null when they say nothing known. */
export function categoryOfWords(text: string): Category | null {
  const isForeign = ANY_FOREIGN.test(text);
  const rule = RULES.find(
    ({ pattern, foreign }) => pattern.test(text) || (isForeign && foreign?.test(text) === true),
  );
  return rule?.category ?? null;
}

const BROKEN = joined([...brokenPart, ...systemError]);

const POLICY = joined(policyWords);

/** Whether it speaks of a policy, and not only of refusing. */
export function namesPolicy(text: string): boolean {
  return POLICY.test(text);
}

/** Whether a normalised text says which part of the speaker's own system fails. */
export function namesBrokenPart(text: string): boolean {
  return BROKEN.test(text);
}

/** What is exact enough to contradict the enhanced codes that many servers use for every recipient they refuse. */
const EXACT: readonly (readonly [Category, RegExp])[] = [
  ['greylisted', joined(greylisted)],
  ['system-error', joined(unfinished)],
  ['blocked', joined(blocklisted)],
  [
    'rate-limited',
    /\btoo (?:many (?:\w+ ){0,2}(?:users|recipients|errors|connections|messages|sessions|mails)|much mail)/,
  ],
  ['mailbox-full', joined(quotaWords)],
  ['sender-rejected', joined(senderDomain)],
  ['mailbox-disabled', joined(disabledWords)],
];

/** The category of words that mean it whatever the enhanced code says; null when there are none. */
export function categoryOfExactWords(text: string): Category | null {
  return EXACT.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
