import type { Keepable, Keeping } from '@/lib/store/keep-store';
import { shortId } from '../config/log';
import { note } from './note';
import { query, verb } from './verb';

/** A check, or a mail by the id that shows everything. */
interface KeepLink {
  kind: Keepable;
  id: string;
}

/** Whether something is kept whatever its age, and why. */
export const findKeeping = query('keep', (_, { kind, id }: KeepLink, { store }): Promise<Keeping> =>
  store.keepingOf(kind, id),
);

/** Keeps something whatever its age. What is not there, or kept already, stays as it is. */
export const keep = verb('keep', async (caller, { kind, id }: KeepLink, services): Promise<void> => {
  if (await services.store.keep(kind, id, { since: new Date(), by: caller.who }))
    await note(caller, `${kind}-kept`, shortId(id), services);
});

/** Takes that back: it goes when its time comes, unless a note keeps it. */
export const letGo = verb('keep', async (caller, { kind, id }: KeepLink, services): Promise<void> => {
  if (await services.store.letGo(kind, id)) await note(caller, `${kind}-let-go`, shortId(id), services);
});
