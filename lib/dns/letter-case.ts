import { Reader, WireError } from './reader';

/** Octets before the question: RFC 1035 §4.1.1. */
const HEADER_OCTETS = 12;

/** Every second letter as a capital. Names are the same in any case (RFC 4343 §3), and answers repeat them as they came. */
export function inMixedCase(name: string): string {
  return name.replace(/\\\d{3}|\\.|[a-z]/g, (part, at: number) => (at % 2 === 0 ? part.toUpperCase() : part));
}

/** How an answer spells the name it was asked for; null when it has no question that can be read. */
export function spellingOf(message: Uint8Array, asked: string): string | null {
  const reader = new Reader(message);
  try {
    reader.offset = HEADER_OCTETS;
    const spelled = reader.exactName();
    return spelled.toLowerCase() === asked.toLowerCase() ? spelled : null;
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}
