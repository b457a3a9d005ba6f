/** Bytes that no POSIX shell treats specially. */
const PLAIN_WORD = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** What a terminal acts on while text is pasted; line ends and tabs stand for themselves between quotes. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

/**
 * One word of a shell command. Text from the network may hold anything, so all that is not plain is quoted, and no control byte
 * is left in it ($'…': POSIX.1-2024 §2.2.4).
 */
export function shellWord(text: string): string {
  if (PLAIN_WORD.test(text)) return text;
  if (text.search(CONTROL) < 0) return `'${text.replaceAll("'", `'\\''`)}'`;
  const said = text.replace(/['\\]/g, (char) => `\\${char}`).replace(CONTROL, escaped);
  return `$'${said}'`;
}

function escaped(char: string): string {
  const bytes = new TextEncoder().encode(char);
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** Whether a program would take the word for an option of its own, or for the name of a file to read, as swaks does. */
export function isReadByProgram(word: string): boolean {
  return /^[-@]/.test(word);
}
