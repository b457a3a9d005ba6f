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
} from './words/sender';
import { contentFormat, messageTooLarge, spamContent, virus } from './words/content';
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
} from './words/transport';
import type { Phrase } from './words/phrase';

/** What phrases mean whoever says them: the first category that fits counts, so the more exact stand before the more general. */
const ORDER: readonly (readonly [Category, readonly Phrase[]])[] = [
  ['greylisted', greylisted],
  ['protocol-error', outOfOrder],
  ['system-error', brokenPart],
  ['blocked', blocklisted],
  ['virus', virus],
  ['message-too-large', messageTooLarge],
  ['mailbox-full', mailboxFull],
  ['loop', loop],
  ['tls-required', tlsRequired],
  ['auth-failed', authFailed],
  ['sender-identity', senderIdentity],
  ['relay-denied', relayingDenied],
  ['rate-limited', rateLimited],
  ['spam-content', spamContent],
  ['blocked', blocked],
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
  ['expired', expired],
  ['network-error', networkError],
  ['busy', busy],
  ['protocol-error', protocolError],
  ['system-error', systemError],
  ['system-error', vagueError],
  ['policy', policy],
];

const RULES = ORDER.map(([category, phrases]) => ({
  category,
  pattern: joined(phrases),
}));

/** The category that the words of a normalised text speak of; null when they say nothing known. */
export function categoryOfWords(text: string): Category | null {
  return RULES.find(({ pattern }) => pattern.test(text))?.category ?? null;
}

const BROKEN = joined([...brokenPart, ...systemError]);

/** Whether a normalised text says which part of the speaker's own system fails. */
export function namesBrokenPart(text: string): boolean {
  return BROKEN.test(text);
}

function joined(phrases: readonly Phrase[]): RegExp {
  return new RegExp(phrases.map(({ source }) => source).join('|'));
}
