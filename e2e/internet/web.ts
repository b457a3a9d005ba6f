import https from 'node:https';
import type { Authority, CertificateKind } from './certificates';
import { listenTcp } from './listen';
import type { Running } from './mta';

/** A server that publishes one file over HTTPS, in whatever way. */
export interface Web {
  name: string;
  certificate?: Exclude<CertificateKind, 'none'>;
  /** What it answers to everything. */
  body: string;
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** It goes on sending what it sends, without an end. */
  isEndless?: true;
}

/** Pieces of an endless answer. */
const PIECE = 'mx: mx.example\n'.repeat(1_000);

/** Starts such a server on one address. Resolves when it listens; rejects when the port is taken. */
export async function startWeb(
  { name, certificate = 'good', body, status = 200, headers = {}, isEndless }: Web,
  place: { address: string; port: number },
  authority: Authority,
  onAsked: (line: string) => void,
): Promise<Running> {
  const server = https.createServer(await authority.issue(name, certificate), (request, response) => {
    onAsked(`GET ${request.url ?? ''}`);
    response.writeHead(status, { 'content-type': 'text/plain', ...headers });
    response.write(body);
    if (isEndless !== true) {
      response.end();
      return;
    }
    const more = () => {
      while (!response.destroyed && response.write(PIECE));
    };
    response.on('drain', more);
    more();
  });
  server.on('tlsClientError', () => undefined); // who does not trust the certificate hangs up
  await listenTcp(server, place);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
