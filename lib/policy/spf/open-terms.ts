import { dependsOnMail } from './macro';

/** A modifier other than `redirect`: an explanation, or what means nothing, leads to no sender (RFC 7208 §6). */
const LEADS_NOWHERE = /^(?!redirect=)[a-z][a-z0-9\-_.]*=/i;

/** Terms of a record that lead to another name for each mail. */
export function openTerms(record: string): string[] {
  return record.split(' ').filter((term) => !LEADS_NOWHERE.test(term) && dependsOnMail(term));
}

/** Whether what a record says of senders that it does not name stands at another name for each mail. */
export function hasOpenRedirect(record: string): boolean {
  return openTerms(record).some((term) => /^redirect=/i.test(term));
}
