import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isDatabaseUrl, isPostgresql } from '@/lib/database-url';
import { parseRootHints, ROOT_HINTS, type RootServer } from '@/lib/dns/root-hints';
import { parseTrustAnchors, ROOT_ANCHORS, type TrustAnchor } from '@/lib/dnssec/anchors';
import { parseSeverities, type Severities } from '@/lib/findings/severities';
import { type NeverContact, readNeverContact } from '@/lib/net/own-choice';
import { readResolver, type ResolverPlace, systemResolvers } from '@/lib/net/resolvers';
import { no, ok, type Result } from '@/lib/result';
import { parseHelo, parseRecipient, parseSender } from '@/lib/target/wire-name';
import type { Blocklist } from '@/lib/blocklists/blocklist';
import { ALERT_VARIABLES, type AlertSettings, alertsOf } from './alerts';
import { type Access, ACCESS_VARIABLES, accessOf, accessProblem, servesStrangers } from './access';
import { BasePath } from './base-path';
import { OPEN_LISTS, readBlocklists } from './blocklists';
import { givenVariables } from './given-variables';
import { readList, readNetworks, readPublicAddresses } from './lists';
import { LIMIT_VARIABLES, type Limits, limitsOf } from './limits';
import { machineName } from './machine-name';
import { readMessageFrom } from './message-from';
import { isReached } from './reach';
import { whole } from './whole';

/** Messages within an hour; 0: none, as shipped, since there is no sign-in that tells who sends them. */
export interface MessageLimits {
  perRecipient: number;
  perCaller: number;
  inAll: number;
}

/** The configuration of this process: every value valid, times in milliseconds. */
export interface Settings {
  host: string;
  port: number;
  databaseUrl: string;
  /** By what cookies are signed; null: by a file of our own. */
  secret: string | null;
  helo: string;
  /** `<>` for the null sender. */
  mailFrom: string;
  rootHints: readonly RootServer[];
  /** What is believed of the root; none for root servers of one's own without `MXPROOF_TRUST_ANCHORS`. */
  trustAnchors: readonly TrustAnchor[];
  /** Asked beside the walk, to compare. */
  resolvers: readonly ResolverPlace[];
  dnsPort: number;
  smtpPort: number;
  httpsPort: number;
  allowNetworks: string[];
  neverContact: NeverContact;
  /** Where checks run: in this process, or in others alone, which `npm run worker` starts. */
  checks: 'here' | 'workers';
  concurrency: number;
  /** Of these, of one caller. */
  concurrencyOfCaller: number;
  /** Checks of all batches that wait or run at once. */
  batchConcurrency: number;
  limits: Limits;
  checkDeadlineMs: number;
  /** What running checks have to come to their end when the process ends. */
  graceMs: number;
  greetingTimeoutMs: number;
  replyTimeoutMs: number;
  connectTimeoutMs: number;
  cooldownMs: number;
  reuseMs: number;
  /** File with the targets of the practice internet; null outside of `npm run lab`. */
  labTargets: string | null;
  /** By which others see us, where our own are private. */
  publicAddresses: readonly string[];
  /** An address where nothing can listen; null: not knocked at. */
  controlAddress: string | null;
  /** Whether the packets of sessions are captured. */
  capture: boolean;
  /** Messages that may be sent within an hour, to one recipient, by one caller and in all; 0: none. */
  messageLimits: MessageLimits;
  /** From whom messages may come: addresses, `<>` and domains. */
  messageFrom: readonly string[];
  /** Days for which it is kept who did what; null: for ever. */
  keepAuditDays: number | null;
  /** Days for which checks of watches are kept that saw what was seen before; null: as long as others. */
  keepRoutineDays: number | null;
  /** How long, how many, and how large the database may be with them; null: for ever, however many, however large. */
  keep: Record<'checks' | 'mails', { days: number | null; count: number | null }> & { bytes: number | null };
  /** What the operator thinks of findings, where it is not what the catalogue says. */
  severities: Severities;
  /** Blocklists that are asked about an address; none when an operator forbids it. */
  blocklists: readonly Blocklist[];
  /** Recipient of the relay test, a mailbox of our own elsewhere; null: the test is not offered. */
  relayAddress: string | null;
  access: Access;
  alerts: AlertSettings;
  /** CIDRs from which what is measured may be read without signing in. */
  metricsFrom: readonly string[];
  /** The least that a line must matter to be logged. */
  logLevel: 'error' | 'warn' | 'info' | 'debug';
}

const OCTETS_PER_MB = 1_000_000;

/** Timers of Node hold 31 bits of milliseconds. */
const MAX_SECONDS = 2_000_000;

const port = whole(1, 65_535, 'a port from 1 to 65535');
const seconds = whole(1, MAX_SECONDS, `a whole number of seconds from 1 to ${MAX_SECONDS}`);
const checksAtOnce = whole(1, 1000, 'a whole number from 1 to 1000');
const messages = whole(0, 1000, 'a whole number from 0 to 1000');
const days = whole(0, 36_500, 'a whole number of days from 0 to 36500');
const count = whole(0, 999_999_999, 'a whole number from 0 to 999999999');
const secondsOrOff = whole(0, MAX_SECONDS, `a whole number of seconds from 0 to ${MAX_SECONDS}`);

/** Characters; 32 octets at random have 43 in base64. */
const MIN_SECRET = 32;

/** Of so many checks at once, where there is more than one caller: somebody else finds a slot at once. */
function shareOfCaller(atOnce: number): number {
  return Math.max(1, Math.floor((atOnce * 3) / 4));
}

/** The variables, each with its default; `docs/configuration.md` and `.env.example` have them in words. */
export const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  MXPROOF_BASE_PATH: BasePath.optional(),
  // Read by `scripts/ready.mjs`, which has put what it holds into the environment.
  MXPROOF_ENV_FILE: z.string().default('.env'),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseUrl,
      'must be file: and the path of a SQLite file, or postgresql://USER:PASSWORD@HOST/DATABASE',
    )
    .default('file:./data/mxproof.db'),
  MXPROOF_SECRET: z.string().min(MIN_SECRET, `must have ${MIN_SECRET} characters at least`).optional(),
  MXPROOF_HELO: said(parseHelo, 'must be a host name or an address literal such as [192.0.2.1]').optional(),
  MXPROOF_MAIL_FROM: said(parseSender, 'must be a mail address, or <> for the null sender').optional(),
  MXPROOF_ROOT_HINTS: z.string().transform(readFileOf('root hints file', parseRootHints)).optional(),
  MXPROOF_TRUST_ANCHORS: z
    .string()
    .transform(readFileOf('file of trust anchors', parseTrustAnchors))
    .optional(),
  MXPROOF_COMPARE_RESOLVERS: z.string().transform(readResolvers).optional(),
  MXPROOF_DNS_PORT: port.default(53),
  MXPROOF_SMTP_PORT: port.default(25),
  MXPROOF_HTTPS_PORT: port.default(443),
  MXPROOF_ALLOW_NETWORKS: z.string().transform(readNetworks).default([]),
  MXPROOF_NEVER_CONTACT: z.string().transform(readNever).default({ domains: [], networks: [] }),
  MXPROOF_CHECKS: z.enum(['here', 'workers'], 'must be here or workers').default('here'),
  MXPROOF_CONCURRENCY: checksAtOnce.default(20),
  MXPROOF_CONCURRENCY_PER_CALLER: checksAtOnce.optional(),
  MXPROOF_BATCH_CONCURRENCY: checksAtOnce.default(10),
  MXPROOF_CHECK_DEADLINE_S: seconds.default(180),
  MXPROOF_GREETING_TIMEOUT_S: seconds.default(60),
  MXPROOF_REPLY_TIMEOUT_S: seconds.default(60),
  MXPROOF_END_GRACE_S: secondsOrOff.default(5),
  MXPROOF_CONNECT_TIMEOUT_S: seconds.default(15),
  MXPROOF_COOLDOWN_S: secondsOrOff.default(30),
  MXPROOF_REUSE_S: secondsOrOff.default(0),
  MXPROOF_PUBLIC_ADDRESSES: z.string().transform(readPublicAddresses).default([]),
  MXPROOF_CONTROL_ADDRESS: z
    .union([z.ipv4(), z.ipv6()], 'must be an IP address where nothing can listen, such as 192.0.2.1')
    .optional(),
  MXPROOF_METRICS_FROM: z.string().transform(readNetworks).default([]),
  MXPROOF_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug')
    .default('info'),
  MXPROOF_CAPTURE: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  MXPROOF_LAB_TARGETS: z.string().optional(),
  MXPROOF_MESSAGE_FROM: z.string().transform(readMessageFrom).default([]),
  MXPROOF_MESSAGES_PER_RECIPIENT: messages.default(0),
  MXPROOF_MESSAGES_PER_CALLER: messages.default(10),
  MXPROOF_MESSAGES_PER_HOUR: messages.default(20),
  MXPROOF_KEEP_DAYS_CHECKS: days.default(365),
  MXPROOF_KEEP_DAYS_MAILS: days.default(90),
  MXPROOF_KEEP_DAYS_AUDIT: days.default(365),
  MXPROOF_KEEP_DAYS_ROUTINE: days.default(30),
  MXPROOF_KEEP_CHECKS: count.default(0),
  MXPROOF_KEEP_MAILS: count.default(0),
  MXPROOF_KEEP_MB: count.default(0),
  MXPROOF_BLOCKLISTS: z.string().transform(readBlocklists).optional(),
  MXPROOF_SEVERITIES: z.string().transform(readFileOf('file of severities', parseSeverities)).default({}),
  MXPROOF_RELAY_TEST_ADDRESS: said(
    parseRecipient,
    'must be a mail address of your own, at another domain than those you check',
  ).optional(),
  ...ACCESS_VARIABLES,
  ...ALERT_VARIABLES,
  ...LIMIT_VARIABLES,
});

/** Reads the environment. On failure: one sentence for each bad value, which names it and says what to write instead. */
export function readSettings(environment: NodeJS.ProcessEnv): Result<Settings, string[]> {
  const given = givenVariables(environment, Object.keys(Environment.shape));
  if (!given.ok) return given;
  const parsed = Environment.safeParse(given.value);
  if (!parsed.success)
    return no(parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`));
  const env = parsed.data;
  const problem = accessProblem(env, env.HOST);
  if (problem !== null) return no([problem]);
  if (env.MXPROOF_CHECKS === 'workers' && !isPostgresql(env.DATABASE_URL))
    return no([
      'MXPROOF_CHECKS=workers leaves checks to other processes, which a file of SQLite cannot be shared with; set DATABASE_URL to a database of PostgreSQL.',
    ]);
  const helo = env.MXPROOF_HELO ?? machineName();
  const mailFrom = env.MXPROOF_MAIL_FROM ?? `postmaster@${helo}`;
  return ok({
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    secret: env.MXPROOF_SECRET ?? null,
    helo,
    mailFrom,
    rootHints: env.MXPROOF_ROOT_HINTS ?? ROOT_HINTS,
    trustAnchors: env.MXPROOF_TRUST_ANCHORS ?? (env.MXPROOF_ROOT_HINTS === undefined ? ROOT_ANCHORS : []),
    // What they know of names inside a network is nothing for strangers.
    resolvers: env.MXPROOF_COMPARE_RESOLVERS ?? (servesStrangers(env, env.HOST) ? [] : systemResolvers()),
    dnsPort: env.MXPROOF_DNS_PORT,
    smtpPort: env.MXPROOF_SMTP_PORT,
    httpsPort: env.MXPROOF_HTTPS_PORT,
    allowNetworks: env.MXPROOF_ALLOW_NETWORKS,
    neverContact: env.MXPROOF_NEVER_CONTACT,
    checks: env.MXPROOF_CHECKS,
    concurrency: env.MXPROOF_CONCURRENCY,
    batchConcurrency: env.MXPROOF_BATCH_CONCURRENCY,
    concurrencyOfCaller:
      env.MXPROOF_CONCURRENCY_PER_CALLER ??
      (isReached(env.HOST, env.MXPROOF_TRUSTED_PROXIES)
        ? shareOfCaller(env.MXPROOF_CONCURRENCY)
        : env.MXPROOF_CONCURRENCY),
    limits: limitsOf(env),
    checkDeadlineMs: env.MXPROOF_CHECK_DEADLINE_S * 1000,
    graceMs: env.MXPROOF_END_GRACE_S * 1000,
    greetingTimeoutMs: env.MXPROOF_GREETING_TIMEOUT_S * 1000,
    replyTimeoutMs: env.MXPROOF_REPLY_TIMEOUT_S * 1000,
    connectTimeoutMs: env.MXPROOF_CONNECT_TIMEOUT_S * 1000,
    cooldownMs: env.MXPROOF_COOLDOWN_S * 1000,
    reuseMs: env.MXPROOF_REUSE_S * 1000,
    publicAddresses: env.MXPROOF_PUBLIC_ADDRESSES,
    controlAddress: env.MXPROOF_CONTROL_ADDRESS ?? null,
    capture: env.MXPROOF_CAPTURE === '1',
    labTargets: env.MXPROOF_LAB_TARGETS ?? null,
    messageLimits: {
      perRecipient: env.MXPROOF_MESSAGES_PER_RECIPIENT,
      perCaller: env.MXPROOF_MESSAGES_PER_CALLER,
      inAll: env.MXPROOF_MESSAGES_PER_HOUR,
    },
    messageFrom: [...new Set([mailFrom, ...env.MXPROOF_MESSAGE_FROM])],
    keepAuditDays: env.MXPROOF_KEEP_DAYS_AUDIT || null,
    keepRoutineDays: env.MXPROOF_KEEP_DAYS_ROUTINE || null,
    keep: {
      checks: { days: env.MXPROOF_KEEP_DAYS_CHECKS || null, count: env.MXPROOF_KEEP_CHECKS || null },
      mails: { days: env.MXPROOF_KEEP_DAYS_MAILS || null, count: env.MXPROOF_KEEP_MAILS || null },
      bytes: env.MXPROOF_KEEP_MB * OCTETS_PER_MB || null,
    },
    severities: env.MXPROOF_SEVERITIES,
    blocklists: env.MXPROOF_BLOCKLISTS ?? OPEN_LISTS,
    relayAddress: env.MXPROOF_RELAY_TEST_ADDRESS ?? null,
    access: accessOf(env, env.HOST),
    alerts: alertsOf(env, helo),
    metricsFrom: env.MXPROOF_METRICS_FROM,
    logLevel: env.MXPROOF_LOG_LEVEL,
  });
}

/** A name or address in the form in which it is said on the wire. */
function said(parse: typeof parseHelo, message: string) {
  return z.string().transform((text, context) => {
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** The file at a path, read by `parse`; `kind` says what it should be. */
function readFileOf<T>(kind: string, parse: (text: string) => Result<T, string>) {
  return (path: string, context: z.RefinementCtx): T => {
    const refuse = (why: string) => {
      context.addIssue({ code: 'custom', message: `names ${path}, ${why}` });
      return z.NEVER;
    };
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      return refuse(
        `which cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'error'})`,
      );
    }
    const parsed = parse(text);
    return parsed.ok ? parsed.value : refuse(`which is no ${kind}: ${parsed.problem}`);
  };
}

/** `none`, or addresses of resolvers. */
function readResolvers(text: string, context: z.RefinementCtx): ResolverPlace[] {
  if (text.trim() === 'none') return [];
  return text.split(',').flatMap((item) => {
    const place = readResolver(item.trim());
    if (place !== null) return [place];
    context.addIssue({
      code: 'custom',
      message: `must be addresses of resolvers, separated by commas, or "none"; "${item.trim()}" is no address`,
    });
    return [];
  });
}

/** Domains, addresses and networks. */
function readNever(text: string, context: z.RefinementCtx): NeverContact {
  const read = readList(text).flatMap((entry) => {
    const one = readNeverContact(entry);
    if (one !== null) return [one];
    context.addIssue({
      code: 'custom',
      message: `must be domains, addresses and networks such as 192.0.2.0/24, separated by commas; "${entry}" is none`,
    });
    return [];
  });
  return {
    domains: read.flatMap(({ domains = [] }) => domains),
    networks: read.flatMap(({ networks = [] }) => networks),
  };
}
