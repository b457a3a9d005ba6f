import { explainReply } from '@/lib/meaning/meaning';
import { readDiagnosis } from './diagnosis';
import { onOneLine } from '@/lib/mail/lines';
import type { Statements } from './statement';

/** Characters of a notice that are searched for a reason. */
const MAX_WHOLE = 8_000;

/** Sentences that stand in every notice and tell no reason, in text without line ends. */
const BOILERPLATE: readonly RegExp[] = [
  /this message was created automatically by (?:the )?mail delivery software[^.]{0,40}\./gi,
  /this is (?:an automatically generated|the mail system|the postfix program|a permanent error)[^.\n]{0,120}\./gi,
  /i'?m (?:sorry|afraid)[^.]{0,40} (?:to have to (?:inform|tell) you|i was ?n[o']t able)[^.]{0,160}\./gi,
  /(?:a|the|your) (?:e-?mail |mail )?(?:message|mail|e-?mail)?(?: that)?(?: you)? ?(?:sent)? ?(?:could|can|was|has) ?not (?:be |been )?delivered to (?:one or more|all|some|any) of (?:its|the)[^.:]{0,60}[.:]/gi,
  /could not be delivered to one or more (?:recipients|destinations)\./gi,
  /the (?:original )?message was received (?:at|on)[^\n]{0,120}/gi,
  /-{3,40} ?(?:the following addresses had[^-\n]{0,60}|transcript of session follows|original message follows)\s?-{0,6}/gi,
  /the following (?:address(?:\(es\)|es)?|recipients?) (?:have |has )?failed:?/gi,
  /(?:message|delivery|mail) (?:attempts? )?will (?:be deleted|continue)[^.\n]{0,80}\.?/gi,
  /(?:for (?:further )?assistance|if you (?:do so|feel|have|require)|please (?:do not |don't )?(?:reply|contact|include|send mail|resend))[^.]{0,160}\.?/gi,
  /most likely there is a network problem[^.]{0,200}\./gi,
  /an error has occurred while attempting to deliver a message for the following list of recipients:?/gi,
  /this is an automatically generated delivery status notification\.?/gi,
  /this is a warning message only\.?|you do(?: not|n't) need to resend (?:your|the|this) message\.?/gi,
  /delivery (?:to the following recipients?|has failed to these recipients(?: or (?:groups|distribution lists))?|is delayed to these recipients(?: or groups)?)(?: (?:has been|is|was))? ?(?:failed|delayed|aborted)?[.:]?/gi,
  /(?:this|your) message has(?:n't| not) been delivered yet\. delivery will continue to be attempted\.?/gi,
  /the server will keep trying to deliver this message[^.]{0,120}\./gi,
  /you(?:'ll| will) be notified if[^.]{0,120}\./gi,
  /your message did not reach some or all of the intended recipients\./gi,
  /you can delete your own text[^.]{0,80}\./gi,
];

/** Lines of fields beside the reason: who, when, which message. */
const FIELD_LINE =
  /^\s{0,12}(?:[A-Za-z-]{0,30}(?:mta|date|sender|recipients?|from|to|cc|subject|sent|message-?id|messagename|identifier|reference|time)|betreff|von|an|objet|asunto|oggetto)(?: (?:was|is))?\s{0,4}:.{0,300}$/i;

/** Names of servers hold words that would be read as speech: `mx`, `relay`, `host`. */
const HOST_NAME =
  /\b(?:mx|mail|smtp|relay|dns|ns|host|gateway|gw)[a-z0-9-]{0,40}(?:\.[a-z0-9-]{1,63}){1,8}/gi;

/** Reasons that stand before the recipients, or in a paragraph of their own, belong to all of them where none has its own. */
export function withWholeReason(notice: Statements, lines: readonly string[]): Statements {
  const { recipients } = notice;
  const isTold = recipients.some(
    ({ words, status }) =>
      tellsReason(withoutFields(words)) || (recipients.length > 1 && (words !== '' || status !== null)),
  );
  if (isTold) return notice;
  const whole = withoutFields(lines.join('\n').slice(0, MAX_WHOLE));
  if (!tellsReason(whole)) return notice;
  const hasReply = readDiagnosis(whole).code !== null;
  const completed = recipients.map((one) => ({
    ...one,
    words: (hasReply ? `${one.words}\n${whole}` : whole).trim(),
  }));
  return { ...notice, recipients: completed };
}

/** The words without those that say nothing of the reason. */
export function withoutBoilerplate(words: string): string {
  const flat = onOneLine(withoutFields(words));
  const unnamed = flat.replace(HOST_NAME, ' ');
  const left = BOILERPLATE.reduce((text, pattern) => text.replace(pattern, ' '), unnamed).trim();
  return left === '' ? words : left;
}

function withoutFields(text: string): string {
  return text
    .split('\n')
    .filter((line) => !FIELD_LINE.test(line))
    .join('\n');
}

function tellsReason(words: string): boolean {
  const { code, enhanced } = readDiagnosis(words);
  return (
    code !== null ||
    enhanced !== null ||
    explainReply({ reply: withoutBoilerplate(words) }).category !== 'unknown'
  );
}
