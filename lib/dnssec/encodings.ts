/** Text encodings of record data → bytes; null for text that is none. */
export function readBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

export function readHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})*$/i.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
}

/** RFC 4648 §7, without padding. */
export function readBase32hex(text: string): Uint8Array | null {
  if (!/^[0-9a-v]*$/i.test(text)) return null;
  const bits = Array.from(text, (char) => Number.parseInt(char, 32).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}
