import type { ReportedKind } from '@/lib/complaint/complaint';
import type { Category } from '@/lib/meaning/schema';

/** What a reply or notice is about, in the terms that administrators search for. */
export const CATEGORY_WORD: Readonly<Record<Category, string>> = {
  accepted: 'accepted',
  'mailbox-unknown': 'unknown mailbox',
  'mailbox-disabled': 'disabled mailbox',
  'mailbox-full': 'mailbox full',
  moved: 'mailbox moved',
  'domain-unknown': 'unknown domain',
  'relay-denied': 'relaying denied',
  'sender-rejected': 'sender rejected',
  'sender-identity': 'reverse DNS (PTR) or HELO name',
  blocked: 'blocklist or reputation',
  policy: 'policy',
  'spam-content': 'spam filter',
  virus: 'virus',
  'auth-failed': 'SPF, DKIM or DMARC',
  'auth-required': 'login required',
  'rate-limited': 'rate limit',
  greylisted: 'greylisting',
  'message-too-large': 'message too large',
  'content-format': 'message format',
  'tls-required': 'TLS',
  'system-error': 'server error',
  'network-error': 'network or DNS',
  busy: 'server busy',
  'not-accepting-mail': 'accepts no mail',
  'protocol-error': 'SMTP commands',
  loop: 'mail loop',
  'mailing-list': 'mailing list',
  expired: 'gave up after retries',
  unknown: 'not known',
};

/** What a complaint turns out to be, in a few words. */
export const REPORTED_WORD: Readonly<Record<ReportedKind, string>> = {
  'read-receipt': 'read receipt',
  bounce: 'bounce',
  'automatic-reply': 'automatic reply',
  transactional: 'order or account',
  list: 'list mail',
  personal: 'personal mail',
  spam: 'probably spam',
  unknown: 'not known',
};

const WORDS = new Map(Object.entries({ ...CATEGORY_WORD, ...REPORTED_WORD }));

/** A counted category of notices or complaints; what another version has counted stands as it is. */
export function categoryWord(category: string): string {
  return WORDS.get(category) ?? category;
}
