import { type Hop, publicHops, readReceived } from '@/lib/mail/received';
import { addressesOf, type Author, authorOf, decoded } from './author';
import { namesNeeded } from './names-needed';
import { readUnsubscribe, type Unsubscribe } from './unsubscribe';
import { valueOf, type WholeMessage } from './whole-message';

/** What a message says without anybody being asked. */
export interface MessageReading {
  octets: number;
  /** Names of the keys that are needed to verify it. */
  keyNames: string[];
  author: Author;
  subject: string | null;
  messageId: string | null;
  /** From `Return-Path`, which the last server writes (RFC 5321 §4.4); empty for `<>`, null where there is none. */
  mailFrom: string | null;
  hops: Hop[];
  unreadHops: number;
  /** Numbers of hops over the public network; the first is where the receiver most probably took it. */
  publicHops: number[];
  unsubscribe: Unsubscribe;
}

/** Characters that are shown of a field. */
const MAX_SHOWN = 300;

/** Reads what needs no network. */
export function readMessage(message: WholeMessage): MessageReading {
  const { fields, body } = message;
  const all = (name: string) => fields.filter((field) => field.name === name);
  const text = (name: string) => {
    const [field] = all(name);
    return field === undefined ? null : decoded(field).slice(0, MAX_SHOWN);
  };
  const { hops, unread } = readReceived(all('received').map(valueOf));
  return {
    octets: body.length + fields.reduce((sum, { text: own }) => sum + own.length + 2, 2),
    keyNames: namesNeeded(message),
    author: authorOf(message),
    subject: text('subject'),
    messageId: text('message-id'),
    mailFrom: mailFromOf(text('return-path')),
    hops,
    unreadHops: unread,
    publicHops: publicHops(hops),
    unsubscribe: readUnsubscribe(message),
  };
}

function mailFromOf(text: string | null): string | null {
  if (text === null) return null;
  if (/^<\s*>$/.test(text)) return '';
  return addressesOf(text)[0] ?? null;
}
