import { createMemoryRoom, type MemoryRoom } from './memory-room';

const MB = 1024 * 1024;

/** Rooms apart for what comes from others: who fills one keeps nobody waiting at another one. */
export interface Rooms {
  /** For mails that mail servers hand over. */
  pipe: MemoryRoom;
  /** For mails that people hand over. */
  mails: MemoryRoom;
  /** For messages and reports that are verified and not kept. */
  verified: MemoryRoom;
  /** For lists of targets. */
  lists: MemoryRoom;
  /** For kept mails that are read again. */
  kept: MemoryRoom;
}

/** There are copies of a mail while it is packed; the first in each room has at most 28 MB. */
export function openRooms(): Rooms {
  return {
    // A mail server has up to a hundred processes that deliver.
    pipe: createMemoryRoom({ octets: 32 * MB, places: 200, ofCaller: { octets: 16 * MB, places: 100 } }),
    mails: createMemoryRoom({ octets: 16 * MB, places: 100, ofCaller: { octets: 4 * MB, places: 20 } }),
    verified: createMemoryRoom({ octets: 16 * MB, places: 100, ofCaller: { octets: 4 * MB, places: 20 } }),
    // Beside its octets there are its text and its targets.
    lists: createMemoryRoom({ octets: 16 * MB, places: 20, ofCaller: { octets: 16 * MB, places: 2 } }),
    // They come from the database at once, and nobody can keep their place.
    kept: createMemoryRoom({ octets: 16 * MB, places: 200, ofCaller: { octets: 16 * MB, places: 200 } }),
  };
}
