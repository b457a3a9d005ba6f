import { AppProblem } from '@/lib/problem';
import type { MailView } from '@/lib/complaint/mail-reading';
import { readMail, viewOf } from '../engine/kept-mail';
import { query, verb } from './verb';

/** A mail by one of its ids, or that of a link to it that was made for somebody: each is the permission to read it. */
export interface MailLink {
  id: string;
}

/** What a mail says, without local parts where the id hides them; null when there is none. Throws `mail-damaged`, `link-ended`. */
export const findMailView = query('read', async (_, { id }: MailLink, services): Promise<MailView | null> => {
  return services.damages.within('mail', id, async () => {
    const stored = await readMail(id, services);
    return stored === null ? null : viewOf(stored);
  });
});

/** The same. Throws `report-not-found`, `mail-damaged`, `link-ended`. */
export const getMailView = verb('read', async (caller, link: MailLink, services): Promise<MailView> => {
  const view = await findMailView(caller, link, services);
  if (view === null) throw noSuchMail();
  return view;
});

export function noSuchMail(): AppProblem {
  return new AppProblem('report-not-found', {
    say: 'There is no such mail here, or its link is not complete.',
  });
}
