import { z } from 'zod';

/** RFC 4035 §4.3, as seen from the trust anchor for the root. */
export const DnssecState = z.enum(['secure', 'insecure', 'bogus', 'indeterminate']);
export type DnssecState = z.infer<typeof DnssecState>;

/** Why a link or an answer is not secure. */
export const DnssecReason = z.enum([
  // insecure: nothing is signed there, and that is proven
  ...['unsigned', 'opt-out', 'unknown-algorithm', 'too-many-iterations'],
  // bogus: something is signed above, and does not fit
  ...['expired', 'not-yet-valid', 'bad-signature', 'no-such-key', 'missing-signature'],
  ...['wrong-ds', 'no-keys', 'no-proof'],
  // indeterminate: it could not be found out
  ...['no-answer', 'without-edns', 'no-trust-anchor', 'too-long'],
] as const);
export type DnssecReason = z.infer<typeof DnssecReason>;

const Signature = z.object({
  keyTag: z.int(),
  algorithm: z.string().describe('mnemonic, or the number when it has none here'),
  from: z.string().describe('UTC, ISO 8601'),
  until: z.string().describe('UTC, ISO 8601'),
});
export type Signature = z.infer<typeof Signature>;

/** What is known about the keys of one zone. */
export const DnssecLink = z.object({
  zone: z.string(),
  state: DnssecState,
  reason: DnssecReason.nullable(),
  ds: z.array(z.string()).describe('key tag and algorithm that the parent, or the trust anchor, names'),
  keys: z.array(z.string()).describe('key tag and algorithm of the keys found in the zone'),
  fitting: z
    .array(z.string())
    .optional()
    .describe('data of the DS records that would name the keys which sign the others'),
  signature: Signature.nullable().describe('the one that proves the link, or came nearest'),
  evidence: z.array(z.int()),
});
export type DnssecLink = z.infer<typeof DnssecLink>;

/** Whether one answer that routes mail is proven. */
export const DnssecAnswer = z.object({
  name: z.string(),
  type: z.string(),
  zone: z.string().describe('the zone whose keys prove it, or where the chain ends'),
  state: DnssecState,
  reason: DnssecReason.nullable(),
  signature: Signature.nullable(),
  evidence: z.array(z.int()),
});
export type DnssecAnswer = z.infer<typeof DnssecAnswer>;

/** The chain of trust, from the root to the addresses of the exchanges. */
export const DnssecView = z.object({
  state: DnssecState.describe('the weakest of all answers'),
  links: z.array(DnssecLink).describe('from the root down'),
  answers: z.array(DnssecAnswer),
  servers: z
    .array(
      z.object({
        name: z.string(),
        address: z.string(),
        zone: z.string(),
        question: z.object({ name: z.string(), type: z.string() }),
        state: DnssecState,
        reason: DnssecReason.nullable(),
        signature: Signature.nullable(),
        evidence: z.array(z.int()),
      }),
    )
    .describe('each server of the zone, by itself'),
});
export type DnssecView = z.infer<typeof DnssecView>;
