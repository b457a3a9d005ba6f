import type { Stage } from '@/lib/smtp/session';
import { CATEGORIES, type CategoryWords, type Situation, wordsOf } from './categories';
import { inCircumstances, type Judgement } from './circumstances';
import { decide, type Decision } from './decide';
import { extract } from './extract';
import { findReply, type FoundReply } from './find-reply';
import { normalise } from './normalise';
import type { Rank } from './ranks';
import { isService, recogniseProvider } from './recognise-provider';
import { statusCode } from './rows/status-codes';
import type { Row } from './row';
import type { Category, Meaning } from './schema';
import { SOURCES } from './sources';

export interface ToExplain {
  reply: string;
  stage?: Stage | undefined;
  host?: string | undefined;
  banner?: string | undefined;
  certificateNames?: readonly string[] | undefined;
  /** The server is one that DNS names for the recipient's domain. */
  isAtExchange?: boolean | undefined;
  /** The IP address of the server. */
  hostAddress?: string | undefined;
  /** A mailing list passed the message on. */
  isListMail?: boolean | undefined;
  /** The sending server will not try again. */
  isGivenUp?: boolean | undefined;
}

/** Explains a bare reply, or the one inside a pasted log line or bounce. Never throws. */
export function explainReply(given: ToExplain): Meaning {
  const heard = findReply(given.reply);
  const { decision, words, speaker, stage } = decideReply(heard, given);
  const row = decision?.row;
  const extracted = extract(heard.text, heard.code);
  const group = heard.code ?? (heard.enhanced === null ? 0 : Number(heard.enhanced.charAt(0)) * 100);
  const isGivenUp = given.isGivenUp ?? heard.isGivenUp;
  const category = decision?.category ?? 'unknown';
  const permanence = permanenceOf(group, CATEGORIES[category], heard.text, isGivenUp);
  const judged = judgementOf(category, decision, words, {
    isAtExchange: given.isAtExchange === true,
    isGivenUp: isGivenUp && permanence === 'temporary',
    isForGood: group >= 500 && permanence === 'permanent',
  });
  return {
    code: heard.code,
    enhanced: heard.enhanced,
    class: group === 0 ? null : Math.floor(group / 100),
    permanence,
    ...inCircumstances(judged, {
      named: extracted.address,
      ofSpeaker: given.hostAddress ?? null,
      isOfService: isService(speaker),
      isListMail: given.isListMail === true,
    }),
    extracted,
    provider: row?.provider ?? speaker,
    stage,
    rule: row === undefined ? 'none' : ruleOf(row.rank),
    refs: refsOf(heard, decision),
  };
}

/** Which row decides about a reply, with what it was read from. */
export function decideReply(heard: FoundReply, given: Omit<ToExplain, 'reply'> = {}) {
  const { code, enhanced, text } = heard;
  const stage = given.stage ?? heard.stage;
  const { banner, certificateNames } = given;
  const speaker = recogniseProvider({
    text,
    host: given.host ?? heard.host ?? undefined,
    banner,
    certificateNames,
  });
  const words = normalise(text);
  const reply = [code, enhanced, text.replaceAll('\n', ' ')].filter((part) => part !== null).join(' ');
  const isOwnWords = code === null && (given.host ?? heard.host) === null;
  const decision = decide({
    code: String(code ?? ''),
    status: statusBeside(code, enhanced),
    reply,
    words,
    speaker,
    stage,
    isOwnWords,
  });
  return { decision, words, speaker, stage };
}

/** Empty for a status of success beside a refusal: it contradicts the code, which decides (RFC 2034 §4). */
function statusBeside(code: number | null, enhanced: string | null): string {
  return enhanced === null || (enhanced.startsWith('2') && code !== null && code >= 400) ? '' : enhanced;
}

function ruleOf(rank: Rank): Meaning['rule'] {
  switch (rank) {
    case 'acceptance':
      return 'accepted';
    case 'provider':
      return 'provider';
    case 'registered':
      return 'enhanced';
    case 'general-status':
      return 'general-enhanced';
    case 'reply-code':
      return 'code';
    default:
      return 'words';
  }
}

/** What helps the reader further: the page of the row, what the codes are registered for, and where codes are explained. */
function refsOf({ code, enhanced }: FoundReply, decision: Decision | null): string[] {
  const { rank, page, source } = decision?.row ?? {};
  const refs: string[] = [];
  if (rank === 'acceptance') refs.push('RFC 5321 §4.2.1');
  if (page !== undefined) refs.push(page);
  else if (rank === 'provider' && source !== undefined && source !== 'memory') refs.push(SOURCES[source]);
  if (code !== null) refs.push('RFC 5321 §4.2');
  const registered = enhanced === null ? null : statusCode(enhanced);
  if (registered !== null) refs.push(`${registered.ref}: “${registered.words}”`);
  return refs;
}

/** A category has its words and its side, unless a row knows better, or the words are too vague to blame anybody. */
function judgementOf(
  category: Category,
  decision: Decision | null,
  words: string,
  situation: Situation,
): Judgement {
  const { side, whoActs, says, meaning, fix, givenUp, forGood } = wordsOf(category, situation.isAtExchange);
  const row = decision?.row;
  const isVague = row?.side === undefined && category === 'rate-limited' && isAnybodysLimit(words);
  return {
    category,
    side: isVague ? 'unknown' : side,
    whoActs: isVague ? 'unknown' : whoActs,
    says,
    meaning,
    fix,
    ...(situation.isForGood ? forGood : {}),
    ...(situation.isAtExchange && row?.notAtExchange === true ? {} : toldBy(row)),
    ...(situation.isGivenUp ? givenUp : {}),
    ...(isVague ? VAGUE_LIMIT : {}),
  };
}

/** It does not tell whose connections they are. */
const VAGUE_LIMIT = {
  says: 'it has as many connections as it takes',
  meaning:
    'The server has as many connections as it takes. Whether they are of all senders or of this one, it does not say.',
  fix: 'If it lasts, the administrator of the recipient’s side looks at the limits of the server, and that of the sender’s side whether it opens many connections at once.',
} as const satisfies Partial<Judgement>;

/** What a row says in place of its category; a side of its own leaves open who acts only where the row does. */
function toldBy(row: Row | undefined): Partial<Judgement> {
  if (row === undefined) return {};
  const { side, whoActs, says, meaning, fix } = row;
  return {
    ...(side === undefined ? {} : { side }),
    ...(whoActs === undefined ? {} : { whoActs }),
    ...(says === undefined ? {} : { says }),
    ...(meaning === undefined ? {} : { meaning }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** A limit for all connections together is no fault of the one who meets it. */
function isAnybodysLimit(text: string): boolean {
  return (
    /\b(?:connections?|sessions?)\b/i.test(text) &&
    !/\b(?:you|your|from|per|this|client|sender|ip|host|votre|ihre[rnm]?|su|sua)\b|\d{1,3}(?:\.\d{1,3}){3}/i.test(
      text,
    )
  );
}

/** RFC 5321 §4.2.1: the class decides; without one, whether anybody still tries, and what the category usually is. */
function permanenceOf(
  group: number,
  { permanence }: CategoryWords,
  text: string,
  isGivenUp: boolean,
): Meaning['permanence'] {
  // RFC 5321 §4.5.3.1.10: 552 for too many recipients is to be taken as 452.
  if (group === 552 && /too many recipients/i.test(text)) return 'temporary';
  if (group >= 500) return 'permanent';
  if (group >= 400) return 'temporary';
  if (group >= 200) return null;
  return isGivenUp ? 'permanent' : permanence;
}
