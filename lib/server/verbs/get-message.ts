import { findMail } from '../engine/kept-mail';
import { type MailLink, noSuchMail } from './get-mail';
import { verb } from './verb';

/** A message as it came. Throws `report-not-found`, also for the shared id, whose view hides what stands in it. */
export const getMessage = verb('read', async (_, { id }: MailLink, { store }): Promise<Uint8Array> => {
  const stored = await findMail(id, { store });
  const message = stored === null || stored.isShared ? null : await store.readMessage(stored.id);
  if (message === null) throw noSuchMail();
  return message;
});
