import type { MailView } from '@/lib/complaint/mail-reading';
import { isCheckId } from '@/lib/store/check-id';
import type { StoredMail } from '@/lib/store/mail-store';
import type { CheckStore } from '@/lib/store/store';
import { isOfToday, keptReading, readingOf } from './kept-reading';
import type { MailReader } from './mail-reader/mail-reader';
import type { MemoryRoom } from './memory-room';
import { shared } from './thread/shared-memory';

interface Shelf {
  store: CheckStore;
}

interface Reading extends Shelf {
  reader: MailReader;
  room: MemoryRoom;
}

/** A mail by either of its ids; null when there is none. */
export async function findMail(id: string, { store }: Shelf): Promise<StoredMail | null> {
  return isCheckId(id) ? store.readMail(id) : null;
}

/** A mail as it is kept, read by the rules of today; null when there is none. */
export async function readMail(id: string, services: Reading): Promise<StoredMail | null> {
  const stored = await findMail(id, services);
  return stored === null || isOfToday(stored) ? stored : readAgain(stored, services);
}

/** Reads a mail anew and keeps the reading; in so many milliseconds, or as long as is usual. */
export async function readAgain(
  stored: StoredMail,
  { store, reader, room }: Reading,
  ms?: number,
): Promise<StoredMail> {
  const share = room.open();
  try {
    await share.take(stored.octets);
    const message = await store.readMessage(stored.id);
    if (message === null) return stored;
    const span = { start: 0, end: message.length };
    const reading = keptReading(await reader.read(await shared([message]), span, ms), stored.createdAt);
    await store.keepReading(stored.id, reading);
    return { ...stored, ...reading };
  } finally {
    share.leave();
  }
}

/** A mail for whoever asked for it by this id: without local parts by the shared one. */
export function viewOf(stored: StoredMail): MailView {
  const { id, sharedId, isShared, createdAt, octets, rulesVersion } = stored;
  return {
    id: isShared ? sharedId : id,
    sharedId,
    isShared,
    createdAt: createdAt.toISOString(),
    octets,
    rulesVersion,
    ...readingOf(stored),
  };
}
