/** What the other side said it can do, by upper-case keyword (RFC 5321 §4.1.1.1). */
export type Extensions = ReadonlyMap<string, string>;

/** The lines of an EHLO reply after the first → keyword and parameters. */
export function readExtensions(capabilities: readonly string[]): Extensions {
  return new Map(
    capabilities.map((line) => {
      const [keyword = '', ...parameters] = line.trim().split(/[ =]/);
      return [keyword.toUpperCase(), parameters.join(' ')];
    }),
  );
}

/** The parameters of MAIL FROM that these extensions allow, for what is to be sent. */
export function mailParameters(
  extensions: Extensions,
  about: { message: string | null; needsUtf8: boolean },
): string {
  const { message, needsUtf8 } = about;
  const parameters: string[] = [];
  if (message !== null && extensions.has('SIZE')) parameters.push(`SIZE=${octets(message)}`); // RFC 1870 §6
  if (message !== null && !isAscii(message) && extensions.has('8BITMIME')) parameters.push('BODY=8BITMIME'); // RFC 6152
  if (needsUtf8) parameters.push('SMTPUTF8'); // RFC 6531 §3.4
  return parameters.map((parameter) => ` ${parameter}`).join('');
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
