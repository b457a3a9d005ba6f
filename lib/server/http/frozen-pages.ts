import { isIpv6 } from '@/lib/ip-family';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { NextApiRequest, NextApiResponse } from 'next';
import { env } from '../config/env';
import { contentSecurityPolicy } from './csp';
import { withoutScripts } from './frozen-html';
import { DRAW_HEADER } from './frozen-paths';

/** Of all kept pages with their keys, compressed: a page of one exchange has some 15 kB. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

interface FrozenPage {
  path: string;
  /** Everything else that the page shows and that may still change; null: it is drawn for each request. */
  state: string | null;
}

type Theme = 'light' | 'dark' | null;

interface Drawing {
  path: string;
  theme: Theme;
}

/** Compressed by gzip, which browsers accept over plain HTTP, too; Brotli they accept over TLS alone. */
const kept = new LRUCache<string, Buffer, Drawing>({
  maxSize: MAX_KEPT_BYTES,
  sizeCalculation: (page, key) => page.length + key.length,
  async fetchMethod(_key, _stale, { context }) {
    const drawn = await draw(context);
    if (!drawn.ok) return undefined;
    return promisify(gzip)(withoutScripts(await drawn.text(), scriptUrl()), { level: 9 });
  },
});

/**
 * Answers with a page that no longer changes but by its state, for the price of a file: drawn once for each state and theme,
 * then kept without React's scripts and its second copy of the content. Another page is handed on as Next draws it. Rejects
 * when this server does not answer itself.
 */
export async function sendFrozenPage(
  { path, state }: FrozenPage,
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  const drawing = { path, theme: themeOf(request) };
  const page = state !== null && (await kept.fetch(JSON.stringify([drawing, state]), { context: drawing }));
  if (page) return sendPage(page, request, response);
  const drawn = await draw(drawing);
  response.statusCode = drawn.status;
  for (const name of OF_THE_DRAWING) {
    const value = drawn.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.end(Buffer.from(await drawn.arrayBuffer()));
}

/** The others are of the connection, or are given to this answer as they were to that one. */
const OF_THE_DRAWING = ['content-type', 'content-security-policy', 'cache-control', 'vary'];

/** Asks this process itself; never the name by which a stranger has asked for the page. */
function draw({ path, theme }: Drawing): Promise<Response> {
  const { host, port } = env();
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return fetch(`http://${isIpv6(name) ? `[${name}]` : name}:${port}${path}`, {
    redirect: 'manual',
    headers: {
      [DRAW_HEADER]: '1',
      'accept-encoding': 'identity',
      ...(theme !== null && { cookie: `theme=${theme}` }),
    },
  });
}

async function sendPage(page: Buffer, { headers }: NextApiRequest, response: NextApiResponse): Promise<void> {
  const isCompressed = /\bgzip\b/.test(String(headers['accept-encoding']));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('vary', 'Accept-Encoding, Cookie');
  response.setHeader('cache-control', 'private, no-cache, no-store, max-age=0, must-revalidate');
  response.setHeader('content-security-policy', contentSecurityPolicy({ nonce: null, isDevelopment: false }));
  if (isCompressed) response.setHeader('content-encoding', 'gzip');
  response.end(isCompressed ? page : await promisify(gunzip)(page));
}

function themeOf({ headers }: NextApiRequest): Theme {
  const theme = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return theme === 'light' || theme === 'dark' ? theme : null;
}

let script: string | undefined;

/** `scripts/ready.mjs` has put it beside the files of the build, whose name changes with each build. */
function scriptUrl(): string {
  const build = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID');
  return (script ??= `/_next/static/${readFileSync(build, 'utf8')}/frozen-page.js`);
}
