import { log, shortId } from '../config/log';
import { type MailLink, noSuchMail } from './get-mail';
import { note } from './note';
import { verb } from './verb';

/** Removes a mail with its message, for good; not by the id that hides local parts. Throws `report-not-found`. */
export const removeMail = verb('remove', async (caller, { id }: MailLink, services): Promise<void> => {
  if (!(await services.store.removeMail(id, { evenKept: true }))) throw noSuchMail();
  log.info({ mail: shortId(id) }, 'mail removed');
  await note(caller, 'mail-removed', shortId(id), services);
});
