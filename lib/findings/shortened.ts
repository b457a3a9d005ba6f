/** Characters of a foreign line quoted in a sentence; the whole line is in the transcript. */
const MAX_QUOTED = 80;

export function shortened(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
