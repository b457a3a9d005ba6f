import { z } from 'zod';
import { OwnChoice } from '@/lib/own-choice';

/** A resource record as evidence: names lower-case without trailing dot (`.` is the root), data in presentation form. */
export const ResourceRecord = z.object({
  name: z.string(),
  type: z.string(),
  ttl: z.int().describe('seconds'),
  saidTtl: z.int().optional().describe('as it came, when its top bit is set and it counts as 0'),
  data: z.string(),
});
export type ResourceRecord = z.infer<typeof ResourceRecord>;

/** What one question to one server came to. `blocked`: nothing was sent, since the guard forbade the contact, or by the `choice` of the step. */
export const StepOutcome = z.enum([
  'answer',
  'referral',
  'nxdomain',
  'nodata',
  'servfail',
  'refused',
  'formerr',
  'notimp',
  'silence',
  'malformed',
  'unreachable',
  'blocked',
]);
export type StepOutcome = z.infer<typeof StepOutcome>;

/** Why a well-formed answer was not used; null when it was. `lame`: the server does not serve the zone (RFC 9499 §7). */
export const Rejection = z.enum([
  'lame',
  'upward-referral',
  'not-authoritative',
  'truncated',
  'edns-refused',
  'out-of-bailiwick',
]);
export type Rejection = z.infer<typeof Rejection>;

/** What a question is asked for; what nobody needs to deliver mail must not judge the recipient. */
export const StepPurpose = z
  .enum(['mail', 'compare', 'ourselves', 'policy'])
  .describe(
    'mail: a walk; compare: every server of a zone is asked the same; ourselves: our own names and addresses; policy: what the domain publishes about its mail',
  );
export type StepPurpose = z.infer<typeof StepPurpose>;

/** One question to one server and what came back: the unit of DNS evidence. */
export const TraceStep = z.object({
  n: z.int().describe('number of the step within the check, from 1'),
  after: z.int().nullable().describe('the step whose answer led to this question; null when none did'),
  for: StepPurpose,
  depth: z.int().describe('referrals followed before this question, 0 at a root server'),
  zone: z.string().describe('the zone the server was asked as a server of'),
  server: z.object({ name: z.string(), address: z.string() }),
  question: z.object({ name: z.string(), type: z.string() }),
  spelling: z
    .object({ asked: z.string(), echoed: z.string().nullable() })
    .optional()
    .describe('letters in mixed case, as they were asked and as the answer repeats them'),
  transport: z.enum(['udp', 'tcp']),
  edns: z.boolean(),
  opt: z
    .boolean()
    .optional()
    .describe('whether the answer speaks EDNS, too (OPT record); absent without an answer'),
  outcome: StepOutcome,
  rejected: Rejection.nullable(),
  rcode: z.string().nullable(),
  detail: z.string().nullable().describe('for malformed, unreachable and blocked: what exactly'),
  choice: OwnChoice.optional(),
  authoritative: z.boolean(),
  truncated: z.boolean(),
  strays: z
    .int()
    .optional()
    .describe('answers over UDP that came before with an id that nobody asked with; absent without any'),
  heldMs: z
    .number()
    .optional()
    .describe(
      'held back here before it was sent, as the server is asked only so often; absent when it was not',
    ),
  atMs: z.number().describe('since the start of the check, when the question was sent'),
  ms: z.number().describe('until the answer, or until given up'),
  bytes: z.int(),
  answer: z.array(ResourceRecord),
  authority: z.array(ResourceRecord),
  additional: z.array(ResourceRecord),
});
export type TraceStep = z.infer<typeof TraceStep>;

/** The reverse name of an address: its PTR records, and whether each leads back to the address. */
export const ReverseName = z.object({
  address: z.string(),
  state: z.enum(['found', 'none', 'failed']),
  names: z.array(
    z.object({
      name: z.string(),
      confirmed: z
        .boolean()
        .nullable()
        .describe('the name has this address; null when it was not looked up or nobody answered'),
      evidence: z.array(z.int()),
    }),
  ),
  evidence: z.array(z.int()).describe('numbers of the trace steps of the PTR question'),
});
export type ReverseName = z.infer<typeof ReverseName>;

/** What a resolver said, which is shown beside what the authoritative servers say. */
export const ResolverAnswer = z.object({
  resolver: z.string(),
  question: z.object({ name: z.string(), type: z.string() }),
  outcome: StepOutcome.extract([
    'answer',
    'nxdomain',
    'nodata',
    'servfail',
    'refused',
    'silence',
    'malformed',
    'unreachable',
    'blocked',
  ]),
  detail: z.string().nullable(),
  records: z.array(ResourceRecord).describe('with the TTL that was left in its cache'),
  ms: z.number(),
});
export type ResolverAnswer = z.infer<typeof ResolverAnswer>;

/** The zone that holds the domain, as its servers described it. */
export const ZoneView = z.object({
  name: z.string(),
  soa: z
    .object({
      mname: z.string(),
      rname: z.string(),
      serial: z.int(),
      refreshSeconds: z.int(),
      retrySeconds: z.int(),
      expireSeconds: z.int(),
      minimumSeconds: z.int(),
      ttl: z.int(),
    })
    .nullable(),
  ns: z.array(z.string()),
  parent: z
    .object({
      zone: z.string(),
      ns: z.array(z.string()),
      glue: z.array(z.object({ name: z.string(), address: z.string() })),
      step: z.int().describe('number of the trace step that holds the referral'),
    })
    .nullable()
    .describe('the delegation, as the parent gave it; null when no referral was seen'),
  nameServers: z
    .array(
      z.object({
        name: z.string(),
        atParent: z.boolean(),
        atChild: z.boolean(),
        addresses: z.array(z.string()).describe('as our own walk found them'),
        aliases: z.array(z.string()).describe('names it is an alias for, in order'),
        state: z.enum(['found', 'none', 'nxdomain', 'failed', 'not-asked']),
        evidence: z.array(z.int()),
      }),
    )
    .describe('every server that parent or zone names; empty until they were looked up'),
  servers: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      soaSerial: z.int().nullable(),
      mx: z.array(z.string()).nullable(),
      ns: z.array(z.string()).nullable(),
      outcome: StepOutcome,
      tcp: StepOutcome.nullable().describe('of a question over TCP; null when none was asked'),
    }),
  ),
});
export type ZoneView = z.infer<typeof ZoneView>;
