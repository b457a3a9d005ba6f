import { addressesIn, isSameAddress } from '@/lib/mail/address';
import type { Mail } from '@/lib/mail/mail';
import { returnedHeader } from '@/lib/mail/returned';

/** What of a mail was not done, in a sentence about it. Gaps are bounded, so that it takes linear time. */
const ENGLISH: readonly RegExp[] = [
  /\b(?:e-?mails?|messages?|mail)\b(?:[^.!?]|\.(?=\S)){0,160}?\b(?:could ?n[o']t|can ?not|can't|was not|wasn't|were not|weren't|has not been|hasn't been|not been|did not|failed|undeliver\w*|reject\w*|returned|bounced|blocked|delayed|refused)\b/i,
  /\bundeliver\w+/i,
  /\b(?:unable|not able|could not|cannot|failed|failure|impossible|error) (?:to|in|while|during)?\s?(?:deliver|send|relay|sending|delivering)/i,
  /\bdelivery\b(?:[^.!?]|\.(?=\S)){0,80}\b(?:fail|abort|delay|unsuccessful|impossible|error)/i,
  /\b(?:unknown|invalid|nonexistent|no such) (?:local )?(?:user|recipient|mailbox|address)|\b(?:user|mailbox|recipient|address) (?:is )?(?:unknown|not found|full|disabled)|mailbox (?:is full|exceeds)/i,
  /\b(?:<<<|>>>)\s|\bsaid: [45]\d\d\b|\bSMTP error from (?:the )?remote\b/,
  /\bconsidered (?:as |to be )?(?:unsolicited|spam|bulk)/i,
];

const FOREIGN: readonly RegExp[] = [
  /(?:nicht|konnte\w*|kann)\b[^.!?]{0,80}\b(?:zugestellt|zustell\w*|gesendet|übermittelt|ausgeliefert)/i,
  /(?:n'a|n'ont|n’a|ne|non|pas)\b[^.!?]{0,60}\b(?:remis|distribu|délivr|livr|achemin)/i,
  /(?:no (?:se )?(?:pud|pued|ha|fue|han|entreg))\w*[^.!?]{0,60}(?:entreg|envi|recib)?/i,
  /non (?:è|e'|sono|ha|può|e)\b[^.!?]{0,40}(?:recapitat|consegnat|inviat)|mancata consegna|mancato recapito/i,
  /não (?:pôde|foi|pode)[^.!?]{0,60}entreg|niet (?:worden )?(?:afgeleverd|bezorgd)|kunde inte levereras|kunne ikke leveres/i,
  /не (?:было|может|могло|удалось|был)[^.!?]{0,60}(?:достав|отправ)|недостав|не достав/i,
  /(?:配信|配達|送信|送付|お届け)[^。]{0,20}(?:でき|ません|失敗|エラー|不能)|退回|退信|无法(?:送达|投递|发送)|無法(?:送達|投遞|傳送)|投递失败|배달(?:하지|되지)|전송(?:하지|되지|실패)/,
];

/** Characters of a notice that are searched for such a sentence. */
const MAX_SEARCHED = 6_000;

/** Whoever speaks of a message that the reader sent, or that comes with the notice. */
const OF_A_MESSAGE =
  /\b(?:your|the|this|following|attached|original) (?:(?!fax|sms|text|voice)\w+ ){0,2}(?:e-?mail|message|mail)s?\b(?! ?box)|\byou sent\b|^[^\w\n]{0,20}(?:mail|message)s? (?:could|can|was|has|delivery)\b|>>>|<<<|\bsaid: |\bsmtp error from (?:the )?remote\b/im;

/** Whether a text says of a mail that it was not delivered. */
export function tellsFailure(text: string): boolean {
  const flat = text.slice(0, MAX_SEARCHED).replace(/\s+/g, ' ');
  return [...ENGLISH, ...FOREIGN].some((pattern) => pattern.test(flat));
}

/** The same of a mail whose sender is no mail system: it has to be about a message of the reader's. */
export function tellsOwnFailure(mail: Mail, lines: readonly string[]): boolean {
  const { header } = mail;
  const isReturned = /^<\s*>$/.test(header.get('return-path') ?? '');
  const text = `${isReturned ? `${header.get('subject') ?? ''}. ` : ''}${lines.join('\n')}`.slice(
    0,
    MAX_SEARCHED,
  );
  const flat = text.replace(/\s+/g, ' ');
  if (FOREIGN.some((pattern) => pattern.test(flat))) return true;
  return (
    tellsFailure(flat) &&
    (OF_A_MESSAGE.test(text) || (isReturned && (isByReader(mail) || namesReader(mail, flat))))
  );
}

/** Whether the message that comes with a mail is from the one to whom that mail is written. */
function isByReader(mail: Mail): boolean {
  const [author] = addressesIn(returnedHeader(mail)?.get('from') ?? '');
  const readers = addressesIn(mail.header.get('to') ?? '');
  return author !== undefined && readers.some((one) => isSameAddress(one, author));
}

/** `A message from you@example.org to …`, by whose address it is theirs. */
function namesReader({ header }: Mail, text: string): boolean {
  const named = /\b(?:e-?mail|message|mail) from:? <?([^\s<>]{3,320})/i.exec(text)?.[1] ?? '';
  const [author] = addressesIn(named);
  return (
    author !== undefined && addressesIn(header.get('to') ?? '').some((one) => isSameAddress(one, author))
  );
}
