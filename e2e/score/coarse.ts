import { z } from 'zod';
import type { Category } from '@/lib/meaning/schema';

/** The labels of the sets: `../shared/corpora/README.md`. */
export const Coarse = z.enum([
  'mailbox_unknown',
  'mailbox_full',
  'mailbox_disabled',
  'blocked_reputation',
  'spam_content',
  'auth_failure',
  'greylisting',
  'rate_limit',
  'relay_denied',
  'tls_required',
  'reverse_dns',
  'policy',
  'message_too_big',
  'server_error',
  'dns_error',
  'routing_loop',
  'other',
]);
export type Coarse = z.infer<typeof Coarse>;

/** Our categories in their labels: each as the sets label the nearest reason of Sisimai, which is named where it is not plain. */
const COARSE: Readonly<Record<Category, Coarse>> = {
  accepted: 'other',
  'mailbox-unknown': 'mailbox_unknown',
  'mailbox-disabled': 'mailbox_disabled',
  'mailbox-full': 'mailbox_full',
  moved: 'mailbox_unknown', // hasmoved
  'domain-unknown': 'dns_error', // hostunknown
  'relay-denied': 'relay_denied',
  'sender-rejected': 'policy', // rejected
  'sender-identity': 'reverse_dns', // requireptr
  blocked: 'blocked_reputation',
  policy: 'policy',
  'spam-content': 'spam_content',
  virus: 'spam_content', // virusdetected
  'auth-failed': 'auth_failure',
  'auth-required': 'policy', // securityerror
  'rate-limited': 'rate_limit',
  greylisted: 'greylisting',
  'message-too-large': 'message_too_big',
  'content-format': 'policy', // notcompliantrfc
  'tls-required': 'tls_required',
  'system-error': 'server_error',
  'network-error': 'server_error', // expired; networkerror where no name was looked up
  busy: 'server_error', // systemerror
  'not-accepting-mail': 'dns_error', // notaccept
  'protocol-error': 'other', // syntaxerror
  loop: 'routing_loop',
  'mailing-list': 'policy', // rejected
  expired: 'server_error',
  unknown: 'other', // undefined, onhold
};

export function coarseOf(category: Category): Coarse {
  return COARSE[category];
}

/** The side on which the cause is by a label; null where replies of that label come from causes on either side. */
export const COARSE_SIDE: Readonly<Record<Coarse, 'sender' | 'recipient' | null>> = {
  mailbox_unknown: 'recipient',
  mailbox_full: 'recipient',
  mailbox_disabled: 'recipient',
  blocked_reputation: 'sender',
  spam_content: 'sender',
  auth_failure: 'sender',
  greylisting: null,
  rate_limit: null,
  relay_denied: null,
  tls_required: null,
  reverse_dns: 'sender',
  policy: null,
  message_too_big: null,
  server_error: null,
  dns_error: null,
  routing_loop: null,
  other: null,
};
