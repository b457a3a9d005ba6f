import type { MailView } from '@/lib/complaint/mail-reading';
import { findMail, readAgain, viewOf } from '../engine/kept-mail';
import { type MailLink, noSuchMail } from './get-mail';
import { verb } from './verb';
import { callerKey } from './caller-key';

/** Milliseconds for a mail that somebody asks to have read again, since what is usual was not enough. */
const READ_AGAIN_MS = 10_000;

/** Reads one mail again, with more time than usual. Throws `report-not-found`, `link-ended`, `too-many-reports`. */
export const readMailAgain = verb(
  'hand-over-mails',
  async (caller, { id }: MailLink, services): Promise<MailView> => {
    const { damages, quotas } = services;
    const stored = await damages.within('mail', id, () => findMail(id, services));
    if (stored === null) throw noSuchMail();
    await quotas.readAgains.take(callerKey(caller));
    const view = await damages.within('mail', id, async () =>
      viewOf(await readAgain(stored, services, READ_AGAIN_MS)),
    );
    services.searchIndex.look();
    return view;
  },
);
