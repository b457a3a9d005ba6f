/** Octets at the beginning by which text without a mark of its encoding is judged. */
const JUDGED_OCTETS = 4096;

/**
 * The text of a list: UTF-8, UTF-16 in either order of octets, or else what Windows writes in western Europe. A mark at the beginning
 * goes. Any octets have a text.
 */
export function decodeList(octets: Uint8Array): string {
  const utf16 = utf16Of(octets);
  if (utf16 !== null) return new TextDecoder(utf16).decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}

/** By its mark; without one by the zeros that ASCII has in every second octet. */
function utf16Of(octets: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = octets;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const judged = octets.subarray(0, JUDGED_OCTETS);
  for (const [at, octet] of judged.entries()) if (octet === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = judged.length / 4;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return null;
}
