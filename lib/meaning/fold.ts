/** Without accents, so that one spelling of a word fits all of them. */
export function fold(text: string): string {
  if (/^[ -~\s]*$/.test(text)) return text;
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
