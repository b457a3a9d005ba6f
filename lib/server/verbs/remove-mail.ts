import { log, shortId } from '../config/log';
import { type MailLink, noSuchMail } from './get-mail';
import { verb } from './verb';

/** Removes a mail with its message, for good; not by the id that hides local parts. Throws `report-not-found`. */
export const removeMail = verb('remove', async (_, { id }: MailLink, { store }): Promise<void> => {
  if (!(await store.removeMail(id))) throw noSuchMail();
  log.info({ mail: shortId(id) }, 'mail removed');
});
