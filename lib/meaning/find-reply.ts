import type { Stage } from '@/lib/smtp/session';
import { MAX_EXAMINED } from './normalise';

/** A reply as it was found in what was pasted. */
export interface FoundReply {
  code: number | null;
  enhanced: string | null;
  /** The words without codes, one line each. */
  text: string;
  stage: Stage | null;
  host: string | null;
}

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [
    /(?:\b(?:in reply to|after|sending|response to)|>>>)\s.{0,20}\bend of data|after end of data|end of DATA command|after (?:the )?final dot/i,
    'message',
  ],
  [/(?:\b(?:in reply to|after|response to)|>>>)\s{0,3}(?:pipelined )?(?:the )?RCPT\b/i, 'rcpt'],
  [/(?:\b(?:in reply to|after|response to)|>>>)\s{0,3}(?:pipelined )?(?:the )?MAIL\b/i, 'mail'],
  [/(?:\b(?:in reply to|after|response to)|>>>)\s{0,3}(?:pipelined )?(?:the )?DATA\b/i, 'data'],
  [/(?:\b(?:in reply to|after|response to)|>>>)\s{0,3}(?:pipelined )?(?:the )?(?:EHLO|HELO)\b/i, 'ehlo'],
  [/(?:\b(?:in reply to|after|response to)|>>>)\s{0,3}(?:the )?STARTTLS\b/i, 'starttls'],
  [/\binitial (?:connection|server greeting)|refused to talk to me/i, 'greeting'],
];

/** Where replies begin inside the reports of MTAs, the surest first. */
const BEFORE =
  /(?:\bsaid: |refused to talk to me: |<<< |Remote Server returned ['"]|server (?:returned|replied|responded with|response was):? ['"]?|remote host said: |(?:after|to) [A-Z]{4}[^\n:]{0,120}(?::<[^>\n]{0,300}>)?[^\n:]{0,60}: |smtp; ?|error: ['"]?|^['" ]*|\n['" ]*)([2-5]\d\d)(?=[ -]|$)/im;
const ENHANCED = /(?<![\d.])#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;
const HOST = /\bhost ([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/i;

/** Finds the reply in a bare reply, a log line or a bounce of Postfix, Exim, Exchange, qmail or Sendmail. */
export function findReply(pasted: string): FoundReply {
  const input = pasted.slice(0, MAX_EXAMINED).trim();
  const stage = STAGES.find(([pattern]) => pattern.test(input))?.[1] ?? null;
  const host = HOST.exec(input)?.[1]?.toLowerCase() ?? null;
  const start = BEFORE.exec(input);
  const from = start === null ? 0 : start.index + start[0].length - 3;
  const code = start === null ? null : Number(start[1]);
  const rest = input.slice(from).replace(/\(in reply to [^)]{0,60}\)+\s*$/i, '');
  const lines = rest.split(/\r?\n/).map((line) => line.replace(/^\s*(?:<<< )?[2-5]\d\d(?:[ -]|$)/, ''));
  const enhanced = ENHANCED.exec(rest)?.[1] ?? null;
  const text = lines.map((line) => line.replace(/^#?[245]\.\d{1,3}\.\d{1,3}[ -]*/, '').trim()).join('\n');
  return { code, enhanced, text: text.trim(), stage, host };
}
