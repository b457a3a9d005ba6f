/** As FTS5's unicode61 takes a text apart: by its letters and digits. */
const TOKENS = /[\p{L}\p{N}\p{Co}]+/gu;

/** Letters with marks above or below, which are found without them, too. */
const MARKS = /[\u0300-\u036f]/g;

/** The words of a text in their order, as they are compared: small letters without accents. */
export function tokensOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase();
  return plain.match(TOKENS) ?? [];
}
