/** Bytes that no POSIX shell treats specially. */
const PLAIN_WORD = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word of a shell command. Text from the network may hold anything, so all that is not plain is quoted. */
export function shellWord(text: string): string {
  return PLAIN_WORD.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
