/** Lines that stand before the returned message, or after the last word about the recipients. */
const RETURNED_BEGINS: readonly RegExp[] = [
  /^\W{0,20}(?:this is a copy of (?:the|your) message|below this line is (?:a copy of|the)|enclosed (?:are|is) (?:the|a copy)|a copy of the (?:original )?message|here is a copy|copy of (?:your|the) (?:original )?message)/i,
  /^\W{0,20}(?:(?:original|unsent|undelivered|returned|failed|start of returned) (?:message|mail)(?! details)(?: (?:headers?|text|follows|begins here|is (?:attached|below)))?|message (?:header|text|headers|body)(?: follows)?|(?:the )?headers? of the original message|forwarded message|returned text follows|your original message)\b[^.@]{0,40}:?\W{0,20}$/i,
  /^\W{0,20}the (?:(?:text|headers?|body) of (?:the|your)|first \d+ lines of the original|text of the message) /i,
  /^-{3,} ?(?:message header|original message|ursprüngliche nachricht|message d'origine)/i,
  /^begin forwarded message\b/i,
  /^received:\s.{0,200}\b(?:by|from|with)\b/i,
  /^return-path:\s/i,
];

/** The lines before the returned message. */
export function linesBeforeReturned(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => isReturnedMark(line));
  return end < 0 ? lines : lines.slice(0, end);
}

export function isReturnedMark(line: string): boolean {
  const short = line.slice(0, 300);
  return RETURNED_BEGINS.some((pattern) => pattern.test(short));
}
