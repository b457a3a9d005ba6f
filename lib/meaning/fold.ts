/** Letters whose mark is a part of them, so that no decomposition takes it off. */
const WITHOUT_MARK: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ı: 'i', ø: 'o', đ: 'd' };

/** Without accents, so that one spelling of a word fits all of them. */
export function fold(text: string): string {
  if (/^[ -~\s]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłıøđ]/g, (letter) => WITHOUT_MARK[letter] ?? letter);
}
