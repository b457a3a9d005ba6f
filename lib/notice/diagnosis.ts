import { findReply } from '@/lib/meaning/find-reply';
import { queueIdOf } from '@/lib/smtp/queue-id';
import type { Stage } from '@/lib/smtp/session';
import { onOneLine } from '@/lib/mail/lines';
import { withPlainReplies } from './reply-forms';
import type { Host } from './notice';

/** What the words about one recipient tell: who said it, at which stage, and the reply. */
export interface Diagnosis {
  code: number | null;
  enhanced: string | null;
  reply: string | null;
  stage: Stage | null;
  remote: Host;
  queueId: string | null;
}

/** Characters about one recipient that are read. */
const MAX_DIAGNOSIS = 8_000;

const NAME = String.raw`[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}`;
const IP = String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|(?:ipv6:)?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})`;
const NAME_AND_IP = String.raw`(${NAME})\.?\s{0,3}[\[(]{1,2}(${IP})[\])]{1,2}`;

/** Who spoke, the surest form first; groups: name, address. */
const REMOTE: readonly RegExp[] = [
  new RegExp(String.raw`\bhost:?\s{1,3}${NAME_AND_IP}`, 'i'),
  new RegExp(
    String.raw`\b(?:talking to|by|server at|at|server|relay|from|host|connect(?:ed)? to|lost connection with|conversation with)\s{1,3}${NAME_AND_IP}`,
    'i',
  ),
  new RegExp(String.raw`\b(?:talking to|remote server:?|host:?)\s{1,3}<?(${NAME})\.?()`, 'i'),
  new RegExp(String.raw`\bby\s{1,3}(${NAME})\.\s()`, 'i'),
  new RegExp(String.raw`(?:^|\n)\s{0,8}${NAME_AND_IP}\s{0,3}(?::|did not like our\b)`, 'i'),
  new RegExp(String.raw`()(?:connected to|giving up on|^|\n)\s{0,3}(${IP})\s(?:does not like|but|\n)?`, 'i'),
  new RegExp(String.raw`()giving up on\s{1,3}(${IP})\.?`, 'i'),
];

/** Stages in words that `findReply` does not know: qmail, Yahoo, GMX, Gmail, PowerMTA. */
const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [
    /does not like recipient|\[RCPT_TO\]|after RCPT command|\(state 1[34]\)|for RCPT(?: TO)? command/i,
    'rcpt',
  ],
  [/sender was rejected|\[MAIL_FROM\]|after MAIL command|\(state 12\)|for MAIL(?: FROM)? command/i, 'mail'],
  [/greeting failed|\[CONNECT\]|\[(?:INITIAL|GREETING)\]|\(state 9\)/i, 'greeting'],
  [
    /failed after I sent the message|\[(?:DATA|BODY)\]|for TEXT command|after (?:the )?end of (?:message|data)|\(state 1[78]\)/i,
    'message',
  ],
  [/failed on DATA command|for DATA command|\(state 15\)/i, 'data'],
];

/** Where no command is named that was answered: a reply may quote what happened to another connection. */
const UNCONNECTED =
  /wasn'?t able to establish an SMTP connection|connection (?:refused|timed out|attempt failed)|no route to host/i;

/** A reply inside the words, where it is not at a place that `findReply` knows; a refusal before an acceptance. */
const REFUSAL_ANYWHERE =
  /(?<![\d.:/-])([45]\d\d)(?:[ -]|\s{1,2})(?!(?:messages|e-?mails|mails|bytes|octets|[km]b|connections|lines|users|characters|times|days|hours|minutes|seconds|errors|attempts)\b)(?=#?[245]\.\d{1,3}\.\d{1,3}\b|[\p{L}<'"(\[])/iu;
const ACCEPTANCE_ANYWHERE = /(?<![\d.:/-])(2\d\d)(?:[ -]|\s{1,2})(?=#?2\.\d{1,3}\.\d{1,3}\b|[a-z<'"(\[])/i;
const ENHANCED_ANYWHERE = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/** Where a notice repeats the reply word for word, after much prose. */
const REPEATED =
  /\b(?:reported error|remote server returned|(?:response|error|reply|message)\b[^\n:]{0,60}\b(?:was|is|returned|were))\s{0,3}:?\s{1,5}['"]?(?=[245]\d\d[ -])/i;

/** Reads the words about one recipient. Never throws. */
export function readDiagnosis(words: string): Diagnosis {
  const text = withPlainReplies(words.slice(0, MAX_DIAGNOSIS)).trim();
  const remote = remoteIn(text);
  const repeated = REPEATED.exec(text);
  const said = repeated === null ? text : text.slice(repeated.index + repeated[0].length);
  const found = findReply(unfolded(paragraph(said)));
  const anywhere =
    found.code === null ? (REFUSAL_ANYWHERE.exec(text) ?? ACCEPTANCE_ANYWHERE.exec(text)) : null;
  const code = found.code ?? (anywhere === null ? null : Number(anywhere[1]));
  const from = anywhere?.index ?? -1;
  const reply = code === null ? withoutFrame(text) : from >= 0 ? replyAt(text, from) : replyOf(found);
  return {
    code,
    enhanced: found.enhanced ?? ENHANCED_ANYWHERE.exec(text)?.[1] ?? null,
    reply: reply === '' ? null : reply,
    stage:
      STAGES.find(([pattern]) => pattern.test(text))?.[1] ??
      found.stage ??
      (UNCONNECTED.test(text) ? 'connect' : null),
    remote,
    queueId: code !== null && code < 300 ? queueIdOf({ code, enhanced: null, lines: [found.text] }) : null,
  };
}

/** What ends a reply in a transcript: a blank line, the next line of the session, perhaps with its time. */
const NEXT_OF_SESSION =
  /\n[ \t]*\n|\n[ \t]{0,12}(?:[\w:-]{1,24}[ \t]){0,4}(?:-->|<--|>>>)|\n[ \t]{0,12}(?:sent|rcvd|---)/i;

/** Up to the blank line after it, or the next line of the session. */
function replyAt(text: string, from: number): string {
  return text.slice(from).split(NEXT_OF_SESSION, 1)[0] ?? '';
}

function replyOf({ code, enhanced, text }: ReturnType<typeof findReply>): string {
  return [code, enhanced, text].filter((part) => part !== null && part !== '').join(' ');
}

/** Lines that a mailer has broken belong together: Postfix indents them, others break words of a reply. */
function unfolded(text: string): string {
  return text.replace(/\n[ \t]{2,}(?!(?:<<<|>>>|[245]\d\d[ -]))/g, ' ');
}

/** From a reply on, up to the blank line after it; all of it where no reply begins it. */
function paragraph(text: string): string {
  return /^[245]\d\d[ -]/.test(text) ? (text.split(/\n[ \t]*\n/, 1)[0] ?? '') : text;
}

function withoutFrame(text: string): string {
  return onOneLine(text.replace(/^\s*(?:smtp|x-[a-z0-9-]+|unix)\s*;\s*/i, '')).slice(0, 2_000);
}

function remoteIn(text: string): Host {
  for (const pattern of REMOTE) {
    const [, name = '', address = ''] = pattern.exec(text) ?? [];
    if (name === '' && address === '') continue;
    return {
      name: name === '' ? null : name.toLowerCase(),
      address: address === '' ? null : address.replace(/^ipv6:/i, ''),
    };
  }
  return { name: null, address: null };
}
