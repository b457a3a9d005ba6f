/** What came of asking for a file over HTTPS: every way that it can go wrong has a name. */
export type Fetched =
  | { kind: 'answer'; status: number; contentType: string | null; text: string; isWhole: boolean }
  /** The certificate is not valid for the name; `code` as the TLS library names it. */
  | { kind: 'untrusted'; code: string }
  /** `code` of the operating system or of Node; `timeout`; `blocked`: no address of the internet; `not-asked`: our own choice; `domain-wish`: its domain’s. */
  | { kind: 'failed'; code: string };

/** Asks for a file at a host, by one of its addresses; follows no redirect. Never rejects for what the network did. */
export type FetchFile = (place: { host: string; address: string; path: string }) => Promise<Fetched>;

/** Whether nobody was asked, by choice: then nothing is known of the file. */
export function isLeftUnasked(reason: string | null): boolean {
  return reason === 'not-asked' || reason === 'domain-wish';
}
