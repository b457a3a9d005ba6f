import { shortId } from '../config/log';
import { findMail } from '../engine/kept-mail';
import { type MailLink, noSuchMail } from './get-mail';
import { note } from './note';
import { verb } from './verb';

/** A message as it came. Throws `link-ended`, and `report-not-found` also for an id whose view hides what stands in it. */
export const getMessage = verb(
  'read-messages',
  async (caller, { id }: MailLink, services): Promise<Uint8Array> => {
    const { store, damages } = services;
    const message = await damages.within('mail', id, async () => {
      const stored = await findMail(id, services);
      return stored === null || stored.isShared ? null : store.readMessage(stored.id);
    });
    if (message === null) throw noSuchMail();
    await note(caller, 'message-read', shortId(id), services);
    return message;
  },
);
