/** One copy of all pieces, in memory that threads share. */
export function shared(pieces: readonly Uint8Array[]): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(pieces.reduce((sum, { length }) => sum + length, 0));
  const octets = new Uint8Array(memory);
  let at = 0;
  for (const piece of pieces) {
    octets.set(piece, at);
    at += piece.length;
  }
  return memory;
}
