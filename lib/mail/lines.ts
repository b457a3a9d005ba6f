/**
 * Characters of one line that are read before any pattern sees it; what stands behind is kept as it came and not read.
 * RFC 5322 §2.1.1 allows 998. Paragraphs of quoted-printable and of HTML come as one line and reach some thousands, and so
 * do the addresses of a long To.
 */
export const MAX_LINE = 8_000;

/** The text with every line as long as it is read. */
export function withShortLines(text: string): string {
  return text.length <= MAX_LINE
    ? text
    : text
        .split('\n')
        .map((line) => line.slice(0, MAX_LINE))
        .join('\n');
}

/** The lines of a text as one, with a space where it was broken. */
export function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
