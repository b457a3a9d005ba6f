import { createHmac } from 'node:crypto';
import { unreachable } from '@/lib/result';
import { credentialsIn } from '@/lib/url-credentials';
import type { Post } from '@/lib/net/post';
import type { Receiver } from '@/lib/watch/watch';

/** An alert as it goes out. */
export interface Message {
  /** The same each time that it is tried. */
  id: string;
  at: Date;
  title: string;
  lines: readonly string[];
  kind: 'problem' | 'recovery' | 'test';
  /** Of the check that has seen it, or of the address; null where nobody has said how this mxproof is reached. */
  link: string | null;
  /** For programs. */
  data: object;
}

/** Ways that are an HTTP request. */
type PostWay = Exclude<Receiver['way'], 'mail'>;

/** The request that tells a receiver. `secret` is what a webhook's requests are signed with. */
export function alertPost(
  { way, address }: { way: PostWay; address: string },
  message: Message,
  { secret, now }: { secret: Buffer; now: Date },
): Post {
  const { url, authorization } = withoutCredentials(address);
  switch (way) {
    case 'webhook': {
      const body = JSON.stringify({
        type: `watch.${message.kind}`,
        timestamp: message.at.toISOString(),
        data: { title: message.title, text: message.lines, link: message.link, ...message.data },
      });
      return json(url, body, { ...authorization, ...signature(message.id, now, body, secret) });
    }
    case 'ntfy': {
      // As JSON, because a header takes no text in every alphabet: then the topic stands in the body (docs.ntfy.sh/publish).
      const at = url.pathname.lastIndexOf('/') + 1;
      const topic = url.pathname.slice(at);
      url.pathname = url.pathname.slice(0, at);
      const body = JSON.stringify({
        topic,
        title: message.title,
        message: (message.lines.join('\n') || message.title).slice(0, MAX_NTFY),
        priority: message.kind === 'problem' ? HIGH : DEFAULT,
        tags: [message.kind === 'problem' ? 'warning' : 'white_check_mark'],
        ...(message.link !== null && { click: message.link }),
      });
      return json(url, body, authorization);
    }
    case 'apprise': {
      const body = JSON.stringify({
        title: message.title,
        body:
          [...message.lines, ...(message.link === null ? [] : [message.link])].join('\n') || message.title,
        type: message.kind === 'problem' ? 'failure' : message.kind === 'recovery' ? 'success' : 'info',
      });
      return json(url, body, authorization);
    }
    default:
      return unreachable(way);
  }
}

/** Characters of a message; what has more than 4,096 octets, ntfy makes an attachment of. */
const MAX_NTFY = 1_000;

/** Priorities of ntfy. */
const HIGH = 4;
const DEFAULT = 3;

function json(url: URL, body: string, headers: Readonly<Record<string, string>>): Post {
  return { url, body, headers: { 'content-type': 'application/json', ...headers } };
}

/** Standard Webhooks 1.0: HMAC-SHA256 of id, seconds and body. */
function signature(id: string, now: Date, body: string, secret: Buffer): Record<string, string> {
  const seconds = String(Math.floor(now.getTime() / 1000));
  const signed = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signed}` };
}

/** A name and a password of a URL go into a header (RFC 7617); a password alone is a token (RFC 6750). */
function withoutCredentials(address: string): { url: URL; authorization: Record<string, string> } {
  const url = new URL(address);
  const { name, password } = credentialsIn(url) ?? { name: '', password: '' };
  url.username = '';
  url.password = '';
  if (password === '' && name === '') return { url, authorization: {} };
  const credentials =
    name === '' ? `Bearer ${password}` : `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  return { url, authorization: { authorization: credentials } };
}

/** What a webhook's requests are signed with, in the form in which its programs take it. */
export function shownSecret(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

/** Of one receiver, from the secret of this installation; nothing of it stands in the database. */
export function webhookSecret(ownSecret: string, receiverId: string): Buffer {
  return createHmac('sha256', ownSecret).update(`webhook ${receiverId}`).digest();
}
