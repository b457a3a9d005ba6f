import { setImmediate as othersFirst } from 'node:timers/promises';

/** Octets that are copied before others have their turn: 25 MB at once take 100 ms on a busy machine. */
const COPIED_OCTETS = 1024 * 1024;

/** One copy of all of it, in memory that threads share. */
export async function shared(pieces: readonly Uint8Array[]): Promise<SharedArrayBuffer> {
  const memory = new SharedArrayBuffer(pieces.reduce((sum, { length }) => sum + length, 0));
  const octets = new Uint8Array(memory);
  let at = 0;
  let sinceOthers = 0;
  for (const piece of pieces)
    for (let from = 0; from < piece.length; from += COPIED_OCTETS) {
      const part = piece.subarray(from, from + COPIED_OCTETS);
      octets.set(part, at);
      at += part.length;
      sinceOthers += part.length;
      if (sinceOthers < COPIED_OCTETS) continue;
      sinceOthers = 0;
      await othersFirst();
    }
  return memory;
}
