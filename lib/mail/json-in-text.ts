/** Objects in the text of a mail, alone, among words or as a text inside of another object (Amazon SNS): only the parts that are named are read. */
export interface JsonInText {
  /** The first text of this name, of at most so many characters; empty where there is none. */
  textOf(name: string, most: number): string;
  /** The first list with one of these names, and where it stands in words; null where there is none, or it is not whole. */
  listOf(names: readonly string[]): { name: string; values: unknown; begins: string } | null;
}

/** Of the first `read` characters, where one of these lists is looked for. Never throws. */
export function jsonInText(whole: string, read: number, lists: readonly string[]): JsonInText {
  const start = whole.slice(0, read);
  const isWrapped = lists.some((name) => start.includes(`\\"${name}\\"`));
  // One level of backslashes more.
  const text = isWrapped ? start.replace(/\\(.)/g, '$1') : start;
  return {
    textOf: (name, most) =>
      new RegExp(`"${name}"\\s{0,20}:\\s{0,20}"([^"\\\\]{1,${most}})"`).exec(text)?.[1] ?? '',
    listOf(names) {
      const list = new RegExp(`"(${names.join('|')})"\\s{0,20}:\\s{0,20}\\[`).exec(text);
      if (list === null) return null;
      const [begins, name = ''] = list;
      const from = list.index + begins.length - 1;
      const values = jsonOf(text.slice(from, endOfList(text, from)));
      return values === null ? null : { name, values, begins };
    },
  };
}

/** Behind the bracket that closes the one at `from`; brackets in texts do not count. */
function endOfList(text: string, from: number): number {
  let depth = 0;
  let isInText = false;
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isInText) {
      if (sign === '\\') at++;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === '[') depth++;
    else if (sign === ']' && --depth === 0) return at + 1;
  }
  return text.length;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
