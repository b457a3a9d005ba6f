import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { ownPath } from '@/lib/own-link';
import type { PageAnswer, PageRequest } from '../front/page-desk';
import { contentSecurityPolicy } from './csp';
import { privacyHeaders } from './page-headers';

/** A page as it is kept and sent: by gzip, which browsers accept over plain HTTP, too; Brotli they accept over TLS alone. */
export function compressed(html: string): Promise<Buffer> {
  return promisify(gzip)(html);
}

/** Answers with a page; its status is set before. Whoever does not take gzip gets it as it was. */
export async function sendCompressed(
  bytes: Buffer,
  request: PageRequest,
  response: PageAnswer,
): Promise<void> {
  const isTaken = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  setPageHeaders(request, response);
  if (isTaken) response.setHeader('content-encoding', 'gzip');
  response.end(isTaken ? bytes : await promisify(gunzip)(bytes));
}

/** As Next has drawn it, scripts and all. */
export async function handOn(drawn: Response, request: PageRequest, response: PageAnswer): Promise<void> {
  setPageHeaders(request, response);
  takeOver(drawn, response, ['content-type', 'content-security-policy', 'cache-control', 'vary']);
  response.end(Buffer.from(await drawn.arrayBuffer()));
}

/** Status and headers of these names; the others are of the connection, or are given to this answer as they were to that one. */
export function takeOver(drawn: Response, response: PageAnswer, names: readonly string[]): void {
  response.statusCode = drawn.status;
  for (const name of names) {
    const value = drawn.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
}

function setPageHeaders({ url = '/' }: PageRequest, response: PageAnswer): void {
  const [pathname = '/'] = (ownPath(url) ?? '/').split('?', 1);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate',
    'content-security-policy': contentSecurityPolicy({ nonce: null, isDevelopment: false }),
    vary: 'Accept-Encoding, Cookie',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...privacyHeaders(pathname),
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
