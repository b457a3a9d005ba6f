import { z } from 'zod';
import { whole } from './whole';

/** The most that a limit can be set to. */
const MAX_LIMIT = 1_000_000;

const WORDS = `a whole number from 0 to ${MAX_LIMIT}, 0 for no limit`;
const limit = whole(0, MAX_LIMIT, WORDS).transform((count) => (count === 0 ? Infinity : count));

/** How much one caller, and all of them, may ask for, and how much one target may be asked; `Infinity`: no limit. */
export interface Limits {
  /** Checks that one caller may start within a minute. */
  startsPerMinute: number;
  /** Checks that wait or run, of one caller and in all. */
  queuedPerCaller: number;
  queued: number;
  /** Mails that one caller may hand over within a minute (an mbox is one), and have read again. */
  handOversPerMinute: number;
  readAgainPerMinute: number;
  /** Reports that one caller may have verified within a minute. */
  verificationsPerMinute: number;
  /** Replies that one caller may have explained within a minute. */
  explanationsPerMinute: number;
  /** Pages that are drawn for one caller within a minute; those that are kept from before are free. */
  pagesPerMinute: number;
  /** Checks with controls that one caller may start within an hour. */
  controlsPerHour: number;
  /** Passwords that are tried within a minute, from one address and for one account. */
  signInsPerMinute: number;
  /** Megabytes of mails within an hour, from one caller and in all. */
  handOverMegabytesPerHour: number;
  handOverMegabytesInAll: number;
  /** Mailboxes of one domain that are asked for within an hour and within a day, by all callers. */
  recipientsPerHour: number;
  recipientsPerDay: number;
  /** Sessions with one address within an hour, of all checks. */
  sessionsPerHour: number;
  /** Sessions at once of one check, and with one network (/24, /48) of all checks. */
  sessionsAtOnce: number;
  sessionsPerNetwork: number;
  /** DNS questions to one address of a name server within a minute, of all checks. */
  queriesPerMinute: number;
  /** Event streams at once, of one caller and in all. */
  streamsPerCaller: number;
  streams: number;
  /** Captures at once, of one check and in all. */
  capturesPerCheck: number;
  captures: number;
}

/** The variables, with their defaults. */
export const LIMIT_VARIABLES = {
  MXPROOF_STARTS_PER_MINUTE: limit.default(120),
  MXPROOF_QUEUED_PER_CALLER: limit.default(250),
  MXPROOF_QUEUED: limit.default(500),
  MXPROOF_HANDOVERS_PER_MINUTE: limit.default(600),
  MXPROOF_READ_AGAIN_PER_MINUTE: limit.default(10),
  MXPROOF_VERIFICATIONS_PER_MINUTE: limit.default(10),
  MXPROOF_EXPLANATIONS_PER_MINUTE: limit.default(60),
  MXPROOF_PAGES_PER_MINUTE: limit.default(300),
  MXPROOF_CONTROLS_PER_HOUR: limit.default(60),
  MXPROOF_SIGN_INS_PER_MINUTE: limit.default(10),
  MXPROOF_HANDOVER_MB_PER_HOUR: limit.default(500),
  MXPROOF_HANDOVER_MB_IN_ALL: limit.default(2_000),
  MXPROOF_RECIPIENTS_PER_HOUR: limit.default(30),
  MXPROOF_RECIPIENTS_PER_DAY: limit.default(100),
  MXPROOF_SESSIONS_PER_HOUR: limit.default(60),
  MXPROOF_SESSIONS_AT_ONCE: limit.default(10),
  MXPROOF_SESSIONS_PER_NETWORK: limit.default(8),
  MXPROOF_QUERIES_PER_MINUTE: limit.default(600),
  // A browser opens one a tab; an office behind one address has some dozens.
  MXPROOF_STREAMS_PER_CALLER: limit.default(50),
  MXPROOF_STREAMS: limit.default(1_000),
  MXPROOF_CAPTURES_PER_CHECK: limit.default(8),
  MXPROOF_CAPTURES: limit.default(40),
};

export function limitsOf(env: z.infer<z.ZodObject<typeof LIMIT_VARIABLES>>): Limits {
  return {
    startsPerMinute: env.MXPROOF_STARTS_PER_MINUTE,
    queuedPerCaller: env.MXPROOF_QUEUED_PER_CALLER,
    queued: env.MXPROOF_QUEUED,
    handOversPerMinute: env.MXPROOF_HANDOVERS_PER_MINUTE,
    readAgainPerMinute: env.MXPROOF_READ_AGAIN_PER_MINUTE,
    verificationsPerMinute: env.MXPROOF_VERIFICATIONS_PER_MINUTE,
    explanationsPerMinute: env.MXPROOF_EXPLANATIONS_PER_MINUTE,
    pagesPerMinute: env.MXPROOF_PAGES_PER_MINUTE,
    controlsPerHour: env.MXPROOF_CONTROLS_PER_HOUR,
    signInsPerMinute: env.MXPROOF_SIGN_INS_PER_MINUTE,
    handOverMegabytesPerHour: env.MXPROOF_HANDOVER_MB_PER_HOUR,
    handOverMegabytesInAll: env.MXPROOF_HANDOVER_MB_IN_ALL,
    recipientsPerHour: env.MXPROOF_RECIPIENTS_PER_HOUR,
    recipientsPerDay: env.MXPROOF_RECIPIENTS_PER_DAY,
    sessionsPerHour: env.MXPROOF_SESSIONS_PER_HOUR,
    sessionsAtOnce: env.MXPROOF_SESSIONS_AT_ONCE,
    sessionsPerNetwork: env.MXPROOF_SESSIONS_PER_NETWORK,
    queriesPerMinute: env.MXPROOF_QUERIES_PER_MINUTE,
    streamsPerCaller: env.MXPROOF_STREAMS_PER_CALLER,
    streams: env.MXPROOF_STREAMS,
    capturesPerCheck: env.MXPROOF_CAPTURES_PER_CHECK,
    captures: env.MXPROOF_CAPTURES,
  };
}

/** The limits of an installation that sets none. */
export function shippedLimits(): Limits {
  return limitsOf(z.object(LIMIT_VARIABLES).parse({}));
}
