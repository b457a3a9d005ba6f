/** Characters of a reply that are looked at; RFC 5321 §4.5.3.1.5 allows 512 a line, long ones have eight lines. */
export const MAX_EXAMINED = 4096;

/** Why somebody filters at all: it names spam, and says nothing of this message. */
const PURPOSE =
  /\b(?:to|in order to) (?:best |better )?(?:protect|reduce|prevent|fight|combat|stop)\b[^.,;:]{0,80}[.,;:]/g;

/** Lower case, no accents, one space; addresses and links are taken out, so that their words are not read as speech. */
export function normalise(text: string): string {
  return text
    .slice(0, MAX_EXAMINED)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/https?:\/\/[^\s<>"']{1,300}/g, ' ')
    .replace(/[<"'(]?[\w.+=*!#$%&/-]{1,64}@[\w.-]{1,253}[>"')]?/g, ' addr ')
    .replace(/[\s_]+/g, ' ')
    .replace(PURPOSE, ' ');
}
