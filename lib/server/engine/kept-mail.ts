import type { MailView } from '@/lib/complaint/mail-reading';
import { isCheckId } from '@/lib/store/check-id';
import type { StoredMail } from '@/lib/store/mail-store';
import type { StoredShare } from '@/lib/store/share-store';
import type { CheckStore } from '@/lib/store/store';
import { aboutShare } from './about-share';
import { type ShareShelf, shareOf } from './found-share';
import { isOfToday, keptReading, readingOf } from './kept-reading';
import type { MailReader } from './mail-reader/mail-reader';
import type { Rooms } from './rooms';
import { shared } from './thread/shared-memory';

interface Shelf extends ShareShelf {
  store: CheckStore;
}

interface Reading extends Shelf {
  reader: MailReader;
  rooms: Pick<Rooms, 'kept'>;
}

/** A mail, and the link made for somebody by which it was found; null: by an id of its own. */
export interface FoundMail extends StoredMail {
  share: StoredShare | null;
}

/** A mail by either of its ids, or a link to it that was made for somebody; null when there is none. Throws `link-ended`. */
export async function findMail(id: string, services: Shelf): Promise<FoundMail | null> {
  if (!isCheckId(id)) return null;
  const { store } = services;
  const own = await store.readMail(id);
  if (own !== null) return { ...own, share: null };
  const share = await shareOf(id, services);
  const stored = share?.mailId ? await store.readMail(share.mailId) : null;
  return share && stored && { ...stored, isShared: share.hidesLocalParts, share };
}

/** A mail as it is kept, read by the rules of today; null when there is none. Throws `link-ended`. */
export async function readMail(id: string, services: Reading): Promise<FoundMail | null> {
  const found = await findMail(id, services);
  return found === null || isOfToday(found) ? found : readAgain(found, services);
}

/** Reads a mail anew and keeps the reading; in so many milliseconds, or as long as is usual. */
export async function readAgain(
  stored: FoundMail,
  { store, reader, rooms }: Reading,
  ms?: number,
): Promise<FoundMail> {
  const place = rooms.kept.open('kept');
  try {
    await place.take(stored.octets);
    const message = await store.readMessage(stored.id);
    if (message === null) return stored;
    const span = { start: 0, end: message.length };
    const reading = keptReading(await reader.read(await shared([message]), span, ms), stored.createdAt);
    await store.keepReading(stored.id, reading);
    return { ...stored, ...reading };
  } finally {
    place.leave();
  }
}

/** A mail for whoever asked for it by this id: without local parts where it hides them, and by a link without any other id. */
export function viewOf(stored: FoundMail): MailView {
  const { id, sharedId, isShared, share, createdAt, octets, rulesVersion } = stored;
  return {
    id: share?.id ?? (isShared ? sharedId : id),
    sharedId: share === null ? sharedId : null,
    isShared,
    share: share && aboutShare(share),
    createdAt: createdAt.toISOString(),
    octets,
    rulesVersion,
    ...readingOf(stored),
  };
}
