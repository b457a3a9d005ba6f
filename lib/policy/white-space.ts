/** White space of records and policies: space, tab and the ends of lines. */
const WHITE = ' \t\r\n';

/** Without white space around it. A pattern for its end would look at each run of white space again from every place in it. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && WHITE.includes(text.charAt(start))) start++;
  while (end > start && WHITE.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
