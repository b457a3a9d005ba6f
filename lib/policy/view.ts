import { z } from 'zod';

const Evidence = z.array(z.int()).describe('steps of the trace');

/** Why an SPF record came to an error; only what belongs to the kind is there. */
export const SpfCauseView = z.object({
  kind: z.enum([
    'syntax',
    'several-records',
    'too-many-lookups',
    'too-many-void-lookups',
    'too-many-exchanges',
    'no-record',
    'no-name',
    'dns-failed',
  ]),
  domain: z.string().describe('of the record in which it is'),
  term: z.string().nullable(),
  target: z.string().nullable().describe('the name that the term leads to'),
  what: z.string().nullable().describe('of a syntax error: which kind'),
});
export type SpfCauseView = z.infer<typeof SpfCauseView>;

const SpfStepView = z.object({
  domain: z.string().describe('of the record that the term stands in'),
  depth: z.int(),
  term: z.string(),
  outcome: z.enum(['matched', 'not-matched', 'error']),
  lookups: z.int().describe('terms that asked in DNS so far, this one included'),
  voidLookups: z.int(),
  evidence: Evidence,
});

const SpfRecordView = z.object({
  domain: z.string(),
  text: z.string(),
  by: z.string().nullable().describe('the term that led to it; null for the first'),
});

const SpfView = z.object({
  state: z.enum(['none', 'ok', 'permerror', 'temperror']),
  all: z.enum(['+', '-', '~', '?']).nullable().describe('what is said of everybody else'),
  lookups: z.int().describe('terms that ask in DNS, of all records together'),
  voidLookups: z.int(),
  isPartial: z.boolean().optional().describe('not followed to its end: there may be more lookups'),
  records: z.array(SpfRecordView),
  steps: z.array(SpfStepView),
  cause: SpfCauseView.nullable(),
  former: z.string().optional().describe('a record of type SPF (99), where there is none of type TXT'),
  lookAlikes: z.array(z.string()).optional().describe('where there is none: texts that want to be one'),
  evidence: Evidence,
});
export type SpfView = z.infer<typeof SpfView>;

const DmarcStep = z.object({
  domain: z.string().describe('without _dmarc'),
  outcome: z.enum(['record', 'none', 'several', 'failed']),
  text: z.string().nullable(),
  others: z.array(z.string()).describe('other TXT records at the name'),
  evidence: Evidence,
});

const DmarcView = z.object({
  state: z.enum(['none', 'ok', 'inherited', 'invalid', 'temperror']),
  policy: z.enum(['none', 'quarantine', 'reject']).nullable(),
  applied: z.enum(['none', 'quarantine', 'reject']).nullable().describe('with t=y the next milder one'),
  tag: z.enum(['p', 'sp', 'np']).nullable(),
  from: z.string().nullable().describe('where the record that counts stands'),
  record: z.string().nullable(),
  organizational: z.string(),
  strict: z.array(z.enum(['spf', 'dkim'])).describe('what must be of exactly the same domain'),
  rua: z.array(z.string()),
  ruf: z.array(z.string()),
  faults: z.array(z.object({ tag: z.string(), value: z.string(), what: z.string() })),
  permissions: z
    .array(
      z.object({
        target: z.string().describe('another domain that reports are to go to'),
        state: z.enum(['permitted', 'none', 'invalid', 'temperror', 'not-asked']),
        name: z.string(),
        evidence: Evidence,
      }),
    )
    .describe('whether they take them'),
  walk: z.array(DmarcStep),
});
export type DmarcView = z.infer<typeof DmarcView>;

/** An enforced policy that another check has seen, and that senders may keep from then on. */
export const FormerStsPolicy = z.object({
  seenAt: z.string().describe('UTC, ISO 8601'),
  mx: z.array(z.string()),
  maxAgeSeconds: z.int(),
});
export type FormerStsPolicy = z.infer<typeof FormerStsPolicy>;

const MtaStsView = z.object({
  state: z.enum(['absent', 'none', 'testing', 'enforce', 'invalid', 'error']),
  mxCovered: z.boolean().nullable().describe('whether the policy names every exchange'),
  reason: z.string().nullable().describe('what is wrong, in one word or code'),
  record: z.string().nullable(),
  url: z.string().nullable().describe('where the policy was asked for'),
  address: z.string().nullable(),
  policy: z.string().nullable().describe('its beginning, as it was served'),
  contentType: z.string().nullable().optional().describe('as which it was served; null without one'),
  line: z.string().nullable().describe('of an invalid policy: the line'),
  alsoWrong: z.array(z.string()).optional().describe('of an invalid policy: what else is wrong with it'),
  mx: z.array(z.string()),
  maxAgeSeconds: z.int().nullable(),
  uncovered: z.array(z.string()).describe('exchanges that the policy does not name'),
  former: FormerStsPolicy.optional().describe('where there is none to be had: what senders may keep'),
  evidence: Evidence,
});
export type MtaStsView = z.infer<typeof MtaStsView>;

const TextRecord = z.object({
  record: z.string().nullable(),
  reason: z.string().nullable(),
  evidence: Evidence,
});

const TlsRptView = TextRecord.extend({ state: z.enum(['none', 'ok', 'invalid']), rua: z.array(z.string()) });
export type TlsRptView = z.infer<typeof TlsRptView>;

const BimiView = TextRecord.extend({
  state: z.enum(['none', 'ok', 'invalid', 'error']),
  logo: z.string().nullable(),
  from: z.string().optional().describe('the organisational domain, where its record is the one that counts'),
});
export type BimiView = z.infer<typeof BimiView>;

export const DaneState = z.enum([
  ...['none', 'ok', 'mismatch', 'ignored', 'unusable', 'error'],
  'partly', // at some of the addresses
  'unknown', // whether there are records, or what they come to
] as const);
export type DaneState = z.infer<typeof DaneState>;

const DaneHost = z.object({
  exchange: z.string(),
  base: z.string().optional().describe('where the records stand that count, when the exchange is an alias'),
  state: DaneState,
  reason: z
    .enum([
      'unsigned',
      'mx-unsigned',
      'no-answer',
      'bogus',
      'no-tls',
      'not-compared',
      'not-proven',
      'not-asked',
      'too-many',
    ])
    .nullable(),
  records: z.array(
    z.object({
      data: z.string().describe('usage, selector, matching type, and what is compared'),
      fault: z.string().nullable().describe('why it does not count'),
      matches: z.boolean().nullable().describe('whether a certificate of the session is the one it names'),
    }),
  ),
  served: z
    .array(z.string())
    .describe('data of a record `3 1 1` that would fit, for each certificate that was shown'),
  sessions: z.array(z.int()).describe('sessions whose certificates were compared'),
  published: z.int().optional().describe('how many records there are'),
  unfit: z.array(z.int()).optional().describe('sessions that no record fits'),
  evidence: Evidence,
});
export type DaneHost = z.infer<typeof DaneHost>;

const DaneView = z.object({
  state: DaneState.describe('the worst of the exchanges'),
  isMxSecure: z
    .boolean()
    .nullable()
    .optional()
    .describe('whether signatures prove the MX records, or that there are none'),
  hosts: z.array(DaneHost),
});
export type DaneView = z.infer<typeof DaneView>;

const CaaView = z.object({
  exchange: z.string(),
  at: z.string().describe('where the records stand that count'),
  allowed: z.array(z.string()).describe('domains of authorities that may issue for it; empty: nobody'),
  authority: z.string().nullable().describe('domain of the one that issued its certificate; null: not known'),
  validTo: z.string().describe('of the certificate, UTC, ISO 8601'),
  evidence: Evidence,
});
export type CaaView = z.infer<typeof CaaView>;

const DkimView = z.object({
  selector: z.string(),
  state: z.enum(['none', 'ok', 'weak', 'invalid', 'revoked', 'error']),
  key: z.enum(['rsa', 'ed25519']).nullable(),
  bits: z.int().nullable(),
  record: z.string().nullable(),
  reason: z.string().nullable(),
  isTest: z.boolean(),
  evidence: Evidence,
});
export type DkimView = z.infer<typeof DkimView>;

/** Whether our own sender may send from here; what a receiver finds that looks. */
export const OwnSpf = z.object({
  identity: z.enum(['helo', 'sender']),
  domain: z.string(),
  address: z.string(),
  result: z.enum(['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror']),
  decidedBy: z.object({ domain: z.string(), term: z.string() }).nullable(),
  explanation: z.string().nullable(),
  cause: SpfCauseView.nullable(),
  lookups: z.int(),
  voidLookups: z.int(),
  records: z.array(SpfRecordView),
  steps: z.array(SpfStepView),
});
export type OwnSpf = z.infer<typeof OwnSpf>;

/** Policies whose answer may be missing because we have not asked. */
const AskedPolicy = z.enum(['spf', 'dmarc', 'mtaSts', 'tlsRpt', 'bimi', 'dkim']);
export type AskedPolicy = z.infer<typeof AskedPolicy>;

/** What the domain publishes of its mail, as a sender or a receiver finds it. */
export const PoliciesView = z.object({
  spf: SpfView,
  dmarc: DmarcView,
  mtaSts: MtaStsView,
  tlsRpt: TlsRptView,
  bimi: BimiView,
  dane: DaneView,
  dkim: z.array(DkimView).describe('keys of the selectors that were named'),
  caa: z
    .array(CaaView)
    .optional()
    .describe('who may issue the next certificate, where the present one is in the last third of its life'),
  leftOut: z
    .array(AskedPolicy)
    .optional()
    .describe('those that were not asked to their end, by a choice or a limit of this installation'),
  own: z.object({ spf: z.array(OwnSpf), dmarc: DmarcView.nullable() }).describe('about our own sender'),
});
export type PoliciesView = z.infer<typeof PoliciesView>;
