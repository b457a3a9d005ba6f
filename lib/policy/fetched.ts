/** What came of asking for a file over HTTPS: every way that it can go wrong has a name. */
export type Fetched =
  | { kind: 'answer'; status: number; contentType: string | null; text: string; isWhole: boolean }
  /** The certificate is not valid for the name; `code` as the TLS library names it. */
  | { kind: 'untrusted'; code: string }
  /** `code` of the operating system or of Node; `timeout`; `blocked`: no address of the internet; `not-asked`: our own choice. */
  | { kind: 'failed'; code: string };

/** Asks for a file at a host, by one of its addresses; follows no redirect. Never rejects for what the network did. */
export type FetchFile = (place: { host: string; address: string; path: string }) => Promise<Fetched>;
