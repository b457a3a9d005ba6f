import type { Stage } from '@/lib/smtp/session';
import { wordsOf, type CategoryWords } from './categories';
import { decide, type Decision } from './decide';
import { extract } from './extract';
import { findReply, type FoundReply } from './find-reply';
import { normalise } from './normalise';
import type { Rank } from './ranks';
import { recogniseProvider } from './recognise-provider';
import { statusCode } from './rows/status-codes';
import type { Meaning } from './schema';
import { SOURCES } from './sources';

export interface ToExplain {
  reply: string;
  stage?: Stage | undefined;
  host?: string | undefined;
  banner?: string | undefined;
  certificateNames?: readonly string[] | undefined;
  /** The server is one that DNS names for the recipient's domain. */
  isAtExchange?: boolean | undefined;
}

/** Explains a bare reply, or the one inside a pasted log line or bounce. Never throws. */
export function explainReply(given: ToExplain): Meaning {
  const heard = findReply(given.reply);
  const { decision, words, speaker, stage } = decideReply(heard, given);
  const category = decision?.category ?? 'unknown';
  const row = decision?.row;
  const told = wordsOf(category, given.isAtExchange === true);
  const group = heard.code ?? (heard.enhanced === null ? 0 : Number(heard.enhanced.charAt(0)) * 100);
  return {
    code: heard.code,
    enhanced: heard.enhanced,
    class: group === 0 ? null : Math.floor(group / 100),
    category,
    permanence: permanenceOf(group, told, heard.text),
    ...sideOf(decision, told, words),
    meaning: row?.meaning ?? told.meaning,
    fix: row?.fix ?? told.fix,
    extracted: extract(heard.text, heard.code),
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
  const decision = decide({ code: String(code ?? ''), status: enhanced ?? '', reply, words, speaker, stage });
  return { decision, words, speaker, stage };
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

/** A category has its side, unless a row knows better, or the words are too vague to blame anybody. */
function sideOf(
  decision: Decision | null,
  told: CategoryWords,
  words: string,
): Pick<Meaning, 'side' | 'whoActs'> {
  const { side, whoActs } = told;
  const row = decision?.row;
  if (row?.side !== undefined) return { side: row.side, whoActs: row.whoActs ?? whoActs };
  const isVague = decision?.category === 'rate-limited' && isAnybodysLimit(words);
  return isVague ? { side: 'unknown', whoActs: 'unknown' } : { side, whoActs };
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

/** RFC 5321 §4.2.1: the class decides; without one, what the category usually is. */
function permanenceOf(group: number, { permanence }: CategoryWords, text: string): Meaning['permanence'] {
  // RFC 5321 §4.5.3.1.10: 552 for too many recipients is to be taken as 452.
  if (group === 552 && /too many recipients/i.test(text)) return 'temporary';
  if (group >= 500) return 'permanent';
  if (group >= 400) return 'temporary';
  return group >= 200 ? null : permanence;
}
