import { addressesIn, isSameAddress } from '@/lib/mail/address';
import { LANGUAGES } from '@/lib/mail/languages';
import { ENGLISH } from '@/lib/mail/languages/en';
import type { Language } from '@/lib/mail/languages/language';
import type { Mail } from '@/lib/mail/mail';
import { returnedHeader } from '@/lib/mail/returned';

/** Characters of a notice that are searched for such a sentence. */
const MAX_SEARCHED = 6_000;

/** Whoever speaks of a message that the reader sent, or that comes with the notice. */
const OF_A_MESSAGE =
  /\b(?:your|the|this|following|attached|original) (?:(?!fax|sms|text|voice)\w+ ){0,2}(?:e-?mail|message|mail)s?\b(?! ?box)|\byou sent\b|^[^\w\n]{0,20}(?:mail|message)s? (?:could|can|was|has|delivery)\b|>>>|<<<|\bsaid: |\bsmtp error from (?:the )?remote\b/im;

/** Whether a text says of a mail that it was not delivered. */
export function tellsFailure(text: string): boolean {
  const flat = text.slice(0, MAX_SEARCHED).replace(/\s+/g, ' ');
  return LANGUAGES.some((language) => saysFailure(language, flat));
}

function saysFailure({ failures }: Language, text: string): boolean {
  return failures.some((pattern) => pattern.test(text));
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
  if (LANGUAGES.some((language) => language !== ENGLISH && saysFailure(language, flat))) return true;
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
