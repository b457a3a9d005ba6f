import type { Stage } from '@/lib/smtp/session';
import { decidingReply } from './deciding-reply';
import { MAX_EXAMINED } from './normalise';

/** A reply as it was found in what was pasted. */
export interface FoundReply {
  code: number | null;
  enhanced: string | null;
  /** The words without codes, one line each. */
  text: string;
  stage: Stage | null;
  host: string | null;
  /** Whoever tries again has stopped doing so: the words around the reply say it. */
  isGivenUp: boolean;
}

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [
    /(?:\b(?:in reply to|after|sending|response to)|>>>)\s.{0,20}\bend of data|after end of data|end of DATA command|after (?:the )?final dot|did not like our final DATA/i,
    'message',
  ],
  [
    /(?:\b(?:in reply to|after|response to|did not like our)|>>>)\s{0,3}(?:pipelined )?(?:the )?RCPT\b/i,
    'rcpt',
  ],
  [
    /(?:\b(?:in reply to|after|response to|did not like our)|>>>)\s{0,3}(?:pipelined )?(?:the )?MAIL\b/i,
    'mail',
  ],
  [
    /(?:\b(?:in reply to|after|response to|did not like our)|>>>)\s{0,3}(?:pipelined )?(?:the )?DATA\b/i,
    'data',
  ],
  [/(?:\b(?:in reply to|after|response to)|>>>)\s{0,3}(?:pipelined )?(?:the )?(?:EHLO|HELO)\b/i, 'ehlo'],
  [/(?:\b(?:in reply to|after|response to)|>>>)\s{0,3}(?:the )?STARTTLS\b/i, 'starttls'],
  [/\bwhile performing the (?:EHLO|HELO) handshake\b/i, 'ehlo'],
  [/\bcannot start TLS\b|\bTLS (?:session|handshake|negotiation)\b.{0,20}\bfail/i, 'tls'],
  [/\bbut my name was rejected\b/i, 'ehlo'], // qmail
  [/\binitial (?:connection|server greeting)|refused to talk to me/i, 'greeting'],
];

/** Postfix, Exim and qmail, where they stop trying. */
const GIVEN_UP =
  /\bstatus=bounced\b|\bretry timeout exceeded\b|\bI'm not going to try again\b|\bgiving up on\b.{0,80}\btoo long\b|\bEnvelope expired\b|\bMessage expired\b/i;

const ENHANCED = /(?<![\d.])#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;
const HOST = /\b(?:host|lost connection with|conversation with) ([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/i;

/** Finds the reply in a bare reply, a log line or a bounce of Postfix, Exim, Exchange, qmail or Sendmail. */
export function findReply(pasted: string): FoundReply {
  const input = pasted.slice(0, MAX_EXAMINED).trim();
  const stage = STAGES.find(([pattern]) => pattern.test(input))?.[1] ?? null;
  const host = HOST.exec(input)?.[1]?.toLowerCase() ?? null;
  const { code, words } = decidingReply(input);
  const lines = words.split(/\r?\n/).map((line) => line.replace(/^\s*(?:<<< )?[2-5]\d\d(?:[ -]|$)/, ''));
  const enhanced = ENHANCED.exec(words)?.[1] ?? null;
  const text = lines.map((line) => line.replace(/^#?[245]\.\d{1,3}\.\d{1,3}[ -]*/, '').trim()).join('\n');
  return { code, enhanced, text: text.trim(), stage, host, isGivenUp: GIVEN_UP.test(input) };
}
