import { z } from 'zod';

/** Why a signature does not count. */
export const SignatureReason = z.enum([
  'syntax',
  'repeated-tag',
  'missing-tag',
  'version',
  'unknown-algorithm',
  'unknown-canonicalization',
  'query-method',
  'bad-domain',
  'bad-selector',
  'identity-mismatch',
  'from-unsigned',
  'bad-number',
  'bad-expiry',
  'bad-base64',
  'expired',
  'body-shorter',
  'body-differs',
  'signature-differs',
  'algorithm-forbidden',
  'key-not-asked',
  'key-no-answer',
  'key-not-found',
  'key-revoked',
  'key-unreadable',
  'key-other-type',
  'key-other-hash',
  'key-not-for-mail',
  'key-not-for-subdomains',
  'key-too-short',
  'key-too-long',
]);
export type SignatureReason = z.infer<typeof SignatureReason>;

/** RFC 8601 §2.7.1. */
export const SignatureResult = z.enum(['pass', 'fail', 'policy', 'neutral', 'permerror', 'temperror']);
export type SignatureResult = z.infer<typeof SignatureResult>;

export const SignatureView = z.object({
  domain: z.string(),
  selector: z.string(),
  keyName: z.string().nullable().describe('where its key is published'),
  algorithm: z.string(),
  canonicalization: z.string(),
  identity: z.string().nullable(),
  signed: z.array(z.string()).describe('fields that are signed'),
  length: z.int().nullable().describe('octets of the body that are signed; null for all of it'),
  unsignedOctets: z
    .int()
    .describe('octets of the body behind those that are signed, without the end of its last line'),
  signedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  result: SignatureResult,
  reason: SignatureReason.nullable(),
  detail: z.string().nullable().describe('the tag, value or number that the reason is about'),
  keyType: z.enum(['rsa', 'ed25519']).nullable(),
  keyBits: z.int().nullable(),
  isTest: z.boolean().describe('the key says that mail is not to be judged by it'),
});
export type SignatureView = z.infer<typeof SignatureView>;

export const ArcReason = z.enum([
  'too-many-sets',
  'bad-instance',
  'set-missing',
  'field-missing',
  'field-repeated',
  'cv-not-allowed',
  'cv-fail',
  'seal-tag-not-allowed',
  'seal-signed',
  'message-signature',
  'seal',
]);
export type ArcReason = z.infer<typeof ArcReason>;

const ArcSet = z.object({
  instance: z.int(),
  domain: z.string().describe('of who sealed it'),
  cv: z.string().nullable().describe('what the chain before it was found to be'),
  results: z.string().describe('what it found out about the message, as it wrote that'),
  message: SignatureView.nullable(),
  seal: SignatureView.nullable(),
});
export type ArcSet = z.infer<typeof ArcSet>;

export const ArcView = z.object({
  cv: z.enum(['none', 'pass', 'fail']),
  reason: ArcReason.nullable(),
  instance: z.int().nullable().describe('of the set that the reason is about'),
  detail: z.string().nullable(),
  oldestPass: z
    .int()
    .nullable()
    .describe('the first set since which the message was not changed; 0 when that is all of them'),
  sets: z.array(ArcSet),
});
export type ArcView = z.infer<typeof ArcView>;
