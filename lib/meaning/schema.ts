import { z } from 'zod';
import { WhoActs } from '../who-acts';
import { Stage } from '@/lib/smtp/session';

/** What a reply is about, coarsely: one label for each thing somebody would do something different about. */
export const Category = z.enum([
  'accepted',
  'mailbox-unknown',
  'mailbox-disabled',
  'mailbox-full',
  'moved',
  'domain-unknown',
  'relay-denied',
  'sender-rejected',
  'sender-identity',
  'blocked',
  'policy',
  'spam-content',
  'virus',
  'auth-failed',
  'auth-required',
  'rate-limited',
  'greylisted',
  'message-too-large',
  'content-format',
  'tls-required',
  'system-error',
  'network-error',
  'busy',
  'not-accepting-mail',
  'protocol-error',
  'loop',
  'mailing-list',
  'expired',
  'unknown',
]);
export type Category = z.infer<typeof Category>;

const Side = z.enum(['sender', 'recipient', 'network', 'unknown']);
export type Side = z.infer<typeof Side>;

/** What a reply says beside its meaning; null where it says nothing. */
export const ReplyDetails = z.object({
  waitSeconds: z.int().nullable(),
  queueId: z.string().nullable(),
  blocklist: z.string().nullable(),
  address: z.string().nullable().describe('the IP address it names'),
  newAddress: z.string().nullable().describe('the mail address to use instead (RFC 5321 §3.4)'),
  url: z.string().nullable(),
  providerCode: z.string().nullable().describe('the provider’s own code, e.g. S3150'),
});
export type ReplyDetails = z.infer<typeof ReplyDetails>;

/** What a reply means, and which rule said so. */
export const Meaning = z.object({
  code: z.int().nullable(),
  enhanced: z.string().nullable(),
  class: z.int().nullable(),
  category: Category,
  permanence: z.enum(['temporary', 'permanent']).nullable(),
  side: Side,
  whoActs: WhoActs,
  says: z.string().describe('what the server says, as the rest of a sentence'),
  meaning: z.string(),
  fix: z.string(),
  extracted: ReplyDetails,
  provider: z.string().nullable(),
  stage: Stage.nullable(),
  rule: z.enum(['accepted', 'provider', 'enhanced', 'words', 'general-enhanced', 'code', 'none']),
  refs: z.array(z.string()),
});
export type Meaning = z.infer<typeof Meaning>;
