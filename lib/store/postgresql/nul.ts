/**
 * A text as PostgreSQL takes it, which refuses NUL there: servers may say it, and people type it. Its picture (U+2400) takes its place. What
 * the network said is kept to the octet all the same: evidence and messages are octets, and JSON has a way of its own to write it.
 */
export function withPicturedNul(text: string): string {
  return text.replaceAll('\0', '\u2400');
}
