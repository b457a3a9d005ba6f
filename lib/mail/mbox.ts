/** Messages that are taken from one file. */
export const MAX_MESSAGES = 1_000;

/** `From sender date`, with a time in it, at the beginning or after a blank line; RFC 4155 and its many older forms. */
const FROM_LINE = /(?:^|\r?\n\r?\n|\r\r)From \S{1,300} [^\r\n]{0,40}\d{1,2}:\d{2}[^\r\n]{0,40}(?:\r?\n|\r)/g;

/**
 * The messages of an mbox, without their `From ` lines; anything else is one message. Nothing is copied: they are parts of
 * `raw`, in which lines that the mbox has quoted are changed back.
 */
export function splitMbox(raw: Uint8Array): Uint8Array[] {
  if (!/^From \S/.test(latin1Of(raw.subarray(0, 400)))) return [raw];
  const text = latin1Of(raw);
  const marks = [...text.matchAll(FROM_LINE)];
  if (marks.length < 2) return [raw];
  return marks.slice(0, MAX_MESSAGES).map((mark, n) => {
    const end = marks[n + 1]?.index ?? text.length;
    const start = mark.index + mark[0].length;
    const message = text.slice(start, end);
    if (!/^>+From /m.test(message)) return raw.subarray(start, end);
    const before = Buffer.from(message.replace(/^>(>*From )/gm, '$1'), 'latin1');
    raw.set(before, start);
    return raw.subarray(start, start + before.length);
  });
}

function latin1Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
