import { z } from 'zod';
import { OwnSpf } from '@/lib/policy/view';
import { ArcView, SignatureView } from './view';

const HopView = z.object({
  from: z.string().nullable(),
  reverseName: z.string().nullable(),
  address: z.string().nullable(),
  by: z.string().nullable(),
  with: z.string().nullable(),
  id: z.string().nullable(),
  hasRecipient: z.boolean().describe('names a recipient, who is not shown'),
  isEncrypted: z.boolean().nullable(),
  at: z.string().nullable(),
  zone: z.string().nullable(),
  delaySeconds: z.int().nullable().describe('since the hop before it; below 0 where clocks run backwards'),
});

const Policy = z.enum(['none', 'quarantine', 'reject']);

const DmarcOfMessage = z.object({
  domain: z.string(),
  result: z.enum(['pass', 'fail', 'none', 'temperror', 'unknown']),
  state: z.enum(['none', 'ok', 'inherited', 'invalid', 'temperror']),
  policy: Policy.nullable(),
  applied: Policy.nullable().describe('with t=y the next milder one'),
  from: z.string().nullable().describe('where the record that counts stands'),
  record: z.string().nullable(),
  organizational: z.string(),
  walk: z.array(
    z.object({
      domain: z.string(),
      outcome: z.enum(['record', 'none', 'several', 'failed']),
      text: z.string().nullable(),
    }),
  ),
  alignments: z.array(
    z.object({
      by: z.enum(['spf', 'dkim']),
      domain: z.string(),
      isAligned: z.boolean(),
      isStrict: z.boolean(),
      organizational: z.string().nullable(),
    }),
  ),
});
export type DmarcOfMessage = z.infer<typeof DmarcOfMessage>;

const ReverseView = z.object({
  state: z.enum(['found', 'none', 'failed']),
  names: z.array(z.object({ name: z.string(), isConfirmed: z.boolean().nullable() })),
});

export const Provider = z.enum(['gmail', 'yahoo', 'microsoft']);
export type Provider = z.infer<typeof Provider>;

export const RuleCode = z.enum([
  'spf',
  'dkim',
  'dmarc-record',
  'alignment',
  'reverse-name',
  'tls',
  'unsubscribe',
  'from',
]);
export type RuleCode = z.infer<typeof RuleCode>;

export const RuleView = z.object({
  code: RuleCode,
  state: z.enum(['met', 'failed', 'unknown']),
  by: z.array(Provider).describe('who demands it of bulk senders'),
  evidence: z.array(z.string()),
});
export type RuleView = z.infer<typeof RuleView>;

export const OutlookReason = z.enum(['spf', 'dkim', 'no-record', 'not-aligned', 'one-aligned']);
export type OutlookReason = z.infer<typeof OutlookReason>;

const WayView = z.object({
  hop: z.int().nullable().describe('number of the hop whose address is asked about, from 0'),
  address: z.string().nullable(),
  spf: OwnSpf.nullable(),
  reverse: ReverseView.nullable(),
  dmarc: DmarcOfMessage.nullable().describe('null without one domain in From'),
  rules: z.array(RuleView),
  outlook: z.array(OutlookReason).describe('why Microsoft may answer 550 5.7.515'),
});
export type WayView = z.infer<typeof WayView>;

/** What a pasted message proves. */
export const MessageView = z.object({
  octets: z.int(),
  from: z.string().nullable(),
  fromFault: z
    .enum(['no-field', 'several-fields', 'no-address', 'several-addresses', 'several-domains', 'bad-domain'])
    .nullable(),
  subject: z.string().nullable(),
  messageId: z.string().nullable(),
  mailFrom: z.string().nullable().describe('by Return-Path; empty for <>'),
  hops: z.array(HopView).describe('the first server first'),
  unreadHops: z.int(),
  dkim: z.array(SignatureView),
  unverified: z.int().describe('further DKIM signatures, which were not verified'),
  arc: ArcView,
  ways: z
    .array(WayView)
    .describe('for each public address by which it may have come; the most probable first'),
  questions: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      kind: z.enum(['answer', 'nxdomain', 'nodata', 'failed']),
    }),
  ),
  queries: z.int().describe('sent to name servers'),
  isCutShort: z.boolean().describe('the limit of queries or of time was reached'),
});
export type MessageView = z.infer<typeof MessageView>;
