import type { Stage } from '@/lib/smtp/session';
import { CATEGORIES } from './categories';
import { enhancedCode } from './enhanced-codes';
import { extract } from './extract';
import { findReply, type FoundReply } from './find-reply';
import { normalise } from './normalise';
import type { ProviderRow } from './providers/provider-row';
import { fittingRow } from './providers/rows';
import type { Category, Meaning } from './schema';
import { recogniseProvider } from './recognise-provider';
import { replyCodeCategory } from './reply-codes';
import { categoryOfExactWords, categoryOfWords, namesBrokenPart, namesPolicy } from './word-rules';

export interface ToExplain {
  reply: string;
  stage?: Stage | undefined;
  host?: string | undefined;
  banner?: string | undefined;
  certificateNames?: readonly string[] | undefined;
}

type Judged = Pick<Meaning, 'category' | 'rule'> & { ref: string; row?: ProviderRow };

/** Explains a bare reply, or the one inside a pasted log line or bounce. Never throws. */
export function explainReply({ reply, stage, host, banner, certificateNames }: ToExplain): Meaning {
  const heard = findReply(reply);
  const at = stage ?? heard.stage;
  const speaker = recogniseProvider({
    text: heard.text,
    host: host ?? heard.host ?? undefined,
    banner,
    certificateNames,
  });
  const said = normalise(heard.text);
  const judged = judge(heard, said, at, speaker);
  const words = CATEGORIES[judged.category];
  const group = heard.code ?? (heard.enhanced === null ? 0 : Number(heard.enhanced.charAt(0)) * 100);
  const registered = heard.enhanced === null ? null : enhancedCode(heard.enhanced);
  const refs = [judged.ref, heard.code === null ? '' : 'RFC 5321 §4.2'];
  if (registered !== null) refs.push(`${registered.ref}: “${registered.words}”`);
  return {
    code: heard.code,
    enhanced: heard.enhanced,
    class: group === 0 ? null : Math.floor(group / 100),
    category: judged.category,
    permanence: permanenceOf(group, judged.category, heard.text),
    ...sideOf(judged, said),
    meaning: judged.row?.meaning ?? words.meaning,
    fix: judged.row?.fix ?? words.fix,
    extracted: extract(heard.text, heard.code),
    provider: judged.row?.provider ?? speaker,
    stage: at,
    rule: judged.rule,
    refs: [...new Set(refs.filter((ref) => ref !== ''))],
  };
}

/**
 * The one order: provider row, exact words against an address status, specific enhanced code, words, general enhanced code,
 * reply code. An acceptance is an acceptance whatever its words.
 */
function judge(heard: FoundReply, said: string, stage: Stage | null, speaker: string | null): Judged {
  const { code, enhanced, text } = heard;
  if (code !== null && code < 400) return { category: 'accepted', rule: 'accepted', ref: 'RFC 5321 §4.2.1' };
  const whole = [code, enhanced, text.replaceAll('\n', ' ')].filter((part) => part !== null).join(' ');
  const row = fittingRow(whole, speaker, stage);
  if (row !== null) return { category: row.category, rule: 'provider', ref: row.ref, row };
  const registered = enhanced === null ? null : enhancedCode(enhanced);
  const exact = ADDRESS_STATUS.test(enhanced ?? '') ? categoryOfExactWords(said) : null;
  if (exact !== null) return { category: exact, rule: 'words', ref: '' };
  if (registered !== null && !registered.isGeneral)
    return { category: registered.category, rule: 'enhanced', ref: '' };
  const words = believed(code, categoryOfWords(said));
  if (words !== null && (words !== 'policy' || namesPolicy(said)))
    return { category: words, rule: 'words', ref: '' };
  if (registered !== null && registered.category !== 'unknown')
    return { category: believed(code, registered.category) ?? 'unknown', rule: 'general-enhanced', ref: '' };
  const byCode = code === null ? 'unknown' : replyCodeCategory(code, stage);
  if (byCode !== 'unknown' && words === null) return { category: byCode, rule: 'code', ref: '' };
  return words === null
    ? { category: 'unknown', rule: 'none', ref: '' }
    : { category: words, rule: 'words', ref: '' };
}

/** Servers send X.1.1 and its kin with whatever they refuse at RCPT TO, and X.3.1 for any lack of room; exact words count more. */
const ADDRESS_STATUS = /^[45]\.(?:1\.[0-46]|3\.1)$/;

/** What replies to a command that is not understood are not about (RFC 5321 §4.2.2). */
const NO_SYNTAX: readonly Category[] = [
  'mailbox-unknown',
  'mailbox-disabled',
  'domain-unknown',
  'content-format',
  'policy',
];

/** 500, 502 and 503 speak of commands; loose words in them do not make them speak of mailboxes. */
function believed(code: number | null, words: Category | null): Category | null {
  const isAboutCommands = code === 500 || code === 502 || code === 503;
  if (isAboutCommands && words !== null && NO_SYNTAX.includes(words)) return 'protocol-error';
  // "Service unavailable" for good is no matter of load; not to take mail for now is.
  if (code !== null && code >= 500 && words === 'busy') return null;
  return code !== null && code < 500 && words === 'not-accepting-mail' ? 'busy' : words;
}

/** A category has its side, unless a row knows better, or the words are too vague to blame anybody. */
function sideOf({ category, row }: Judged, said: string): Pick<Meaning, 'side' | 'whoActs'> {
  const { side, whoActs } = CATEGORIES[category];
  const isVague =
    (category === 'rate-limited' && isAnybodysLimit(said)) ||
    (category === 'system-error' && row === undefined && !namesBrokenPart(said));
  if (row?.side === undefined) return isVague ? { side: 'unknown', whoActs: 'unknown' } : { side, whoActs };
  return { side: row.side, whoActs: row.whoActs ?? whoActs };
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
function permanenceOf(group: number, category: Category, text: string): Meaning['permanence'] {
  // RFC 5321 §4.5.3.1.10: 552 for too many recipients is to be taken as 452.
  if (group === 552 && /too many recipients/i.test(text)) return 'temporary';
  if (group >= 500) return 'permanent';
  if (group >= 400) return 'temporary';
  if (group >= 200 || category === 'accepted' || category === 'unknown') return null;
  return ['greylisted', 'busy', 'rate-limited', 'network-error', 'system-error', 'tls-required'].includes(
    category,
  )
    ? 'temporary'
    : 'permanent';
}
