/** The text, or its beginning and how much more there is: the plain text of the report has it whole. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const begun = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${begun}… (${text.length - begun.length} more characters, see the plain text)`;
}

/** Leaves texts whole until so many characters are drawn in all; of each one after that, its first `least`. */
export function createClipper(inAll: number, least: number): (text: string) => string {
  let left = inAll;
  return (text) => {
    left -= text.length;
    return left < 0 ? clipped(text, least) : text;
  };
}
