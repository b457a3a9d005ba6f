/** The reply that decides, alone: its code, and its words with the code in front. Without a reply, all of the text. */
export interface DecidingReply {
  code: number | null;
  words: string;
}

/** Where replies begin inside the reports of MTAs, the first of them; a session's answers before what is made of them. */
const BEFORE =
  /(?:\bsaid: |refused to talk to me: |did not like our [\w ]{3,12}: ?|<<< |Remote Server returned ['"]|server (?:returned|replied|responded with|response was):? ['"]?|remote host said: |(?:after|to) [A-Z]{4}[^\n:]{0,120}(?::<[^>\n]{0,300}>)?[^\n:]{0,60}:\s{1,8}|smtp; ?|error: ['"]?|technical report: |>: |\breturned was:? |\bresponse (?:from the remote server )?was:\s{1,3}|\[[\d.]{7,15}\],? |^['" ]*|\n['" ]*)([2-5]\d\d)(?=[ -]|$)/im;

/** Where a reply ends inside them: the command it answers, a blank line, the next words of the session or of the notice. */
const AFTER: readonly RegExp[] = [
  /\s\(in reply to [^)]{0,60}\)+/i,
  /\n[ \t]*\n/,
  /\n\s{0,8}(?:>>>|\.\.\. while talking|-{5,})/i,
  /\s(?:No action is required on your part|Delivery attempts will continue|I'm not going to try again|Giving up on \d|Message could not be delivered for|Content-Type: )/i,
  /:\s{0,20}retry timeout exceeded\s*$/i,
];

/**
 * Replies that a server gives because it has refused another command before, and what Sendmail concludes from all replies: the
 * reason stands before them (RFC 5321 §4.1.4: 503 is about the order of commands).
 */
const CONSEQUENCE =
  /\s(?:503[ -](?:[245]\.\d\.\d )?(?=All RCPT|Valid RCPT|Need RCPT|RCPT first|No (?:valid )?recipient|Bad sequence|Error: need)|554[ -]5\.5\.[01] (?=(?:Error: )?no valid recipients)|554 5\.0\.0 (?=Service unavailable)|554 <[^<>\s]{3,320}>\.{3} (?=Remote protocol error|Service unavailable))/i;

/**
 * What a server gives as the reason when it returns a message as too old: Microsoft 365 (5.4.300) behind an arrow, Amazon SES in
 * angle brackets.
 */
const REASON_OF_EXPIRY = /\bmessage expired\b[^<>]{0,80}?(?:->|<)\s{0,3}['"]?([45]\d\d)[ -](.{1,2000})/is;

/** A reply code with an enhanced code of its class (RFC 3463 §2), wherever it stands; 503 only follows from others. */
const CODED = /(?:^|[\s:>])(?!503)((?:2\d\d[ -]2|4\d\d[ -]4|5\d\d[ -]5)\.\d{1,3}\.\d{1,3}\b)/m;

/** What Sendmail makes of a delivery program that failed; its reason stands before it. */
const SENDMAIL_CODE = /(?:^|\s)(554) <[^<>\s]{3,320}>\.{3} Service unavailable/im;

/** Cuts the deciding reply out of its surroundings, so that nothing but its own words is judged. Takes linear time. */
export function decidingReply(input: string): DecidingReply {
  const start = BEFORE.exec(input);
  if (start === null) return inRunningText(input);
  const from = start.index + start[0].length - 3;
  const words = firstOf(cut(input.slice(from)));
  const [, code, reason] = REASON_OF_EXPIRY.exec(words) ?? [];
  return reason === undefined ? { code: Number(start[1]), words } : { code: Number(code), words: reason };
}

/** The reason stands before such a code or after it, so all of the text is judged. */
function inRunningText(input: string): DecidingReply {
  const code = (CODED.exec(input) ?? SENDMAIL_CODE.exec(input))?.[1];
  return { code: code === undefined ? null : Number(code.slice(0, 3)), words: input };
}

function cut(reply: string): string {
  return AFTER.reduce((words, end) => words.slice(0, end.exec(words)?.index), withoutOtherCodes(reply));
}

/** RFC 5321 §4.2.1: the lines of a reply have the same code; with another one, the next reply begins. */
function withoutOtherCodes(reply: string): string {
  const lines = reply.split('\n');
  const code = reply.slice(0, 3);
  const next = lines.findIndex((line) => {
    const other = /^\s{0,8}(?:<<< )?([2-5]\d\d)[ -]/.exec(line)?.[1];
    return other !== undefined && other !== code;
  });
  return next < 0 ? reply : lines.slice(0, next).join('\n');
}

/** Without the replies that only follow from the first one. */
function firstOf(words: string): string {
  const next = CONSEQUENCE.exec(words);
  return next === null ? words : words.slice(0, next.index);
}
