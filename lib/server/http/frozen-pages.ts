import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { NextApiRequest, NextApiResponse } from 'next';
import { AppProblem } from '@/lib/problem';
import { PROBLEM_KINDS } from '@/lib/problem-document';
import { ownLink } from '@/lib/own-link';
import { contentSecurityPolicy } from './csp';
import { openDrawing } from './drawings';
import { commonDrawing, draw, type Drawing, ownDrawing, plainDrawing } from './frozen-drawing';
import { withoutScripts } from './frozen-html';
import { meters } from './metrics';
import { ourMistake } from './our-mistake';

/** Of all kept pages with their keys, compressed: a page of one exchange has some 15 kB. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

interface KeptPage {
  path: string;
  /** Everything else that the page shows and that may still change. */
  state: string;
}

/** Compressed by gzip, which browsers accept over plain HTTP, too; Brotli they accept over TLS alone. */
const kept = new LRUCache<string, Buffer, Drawing>({
  maxSize: MAX_KEPT_BYTES,
  sizeCalculation: (page, key) => page.length + key.length,
  async fetchMethod(_key, _stale, { context }) {
    const { drawn, problem } = await drawOpenly(context);
    if (!drawn.ok || problem !== null) return undefined;
    return promisify(gzip)(withoutScripts(await drawn.text(), scriptUrl()), { level: 9 });
  },
});

/**
 * Answers with a page that no longer changes but by its state, for the price of a file: drawn once for each state and theme,
 * then kept without React's scripts and its second copy of the content. One that is not there is drawn each time. Rejects
 * when this server does not answer itself, as all that send a page here.
 */
export async function sendKeptPage(
  { path, state }: KeptPage,
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  const drawing = await commonDrawing(path, request);
  const page = await kept.fetch(JSON.stringify([drawing, state]), { context: drawing });
  if (!page) return sendDrawnPage(path, request, response);
  const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  setHeaders(response);
  response.setHeader('vary', 'Accept-Encoding, Cookie');
  if (isCompressed) response.setHeader('content-encoding', 'gzip');
  response.end(isCompressed ? page : await promisify(gunzip)(page));
}

/** Answers with a page that changes, drawn for this request, without React's scripts and its second copy of the content. */
export async function sendDrawnPage(
  path: string,
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  const { drawn, problem } = await drawOpenly(await ownDrawing(path, request));
  if (problem !== null) return sendProblemPage(problem, request, response);
  // What failed while it was drawn is drawn by React's scripts alone.
  if (drawn.status >= 500) return handOn(drawn, response);
  const html = await drawn.text();
  if (drawn.status === 404 && path !== MISSING) return sendMissingPage(request, response);
  setHeaders(response);
  takeOver(drawn, response, ['location']);
  response.end(withoutScripts(html, scriptUrl()));
}

/** Next leaves to React's scripts what stands here in place of a page, and draws it only under this path. */
const MISSING = '/_not-found';

/** Answers that there is nothing at this address. */
export async function sendMissingPage(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  return sendDrawnPage(MISSING, request, response);
}

/** Answers with a page as Next has drawn it, with its scripts. */
export async function sendLivePage(
  path: string,
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  const { drawn, problem } = await drawOpenly(await ownDrawing(path, request));
  return problem === null ? handOn(drawn, response) : sendProblemPage(problem, request, response);
}

/** The page that says in a problem's words what keeps a page from being made. */
const PROBLEM_PAGE = '/problem';

/** Answers with such a page, and the status of the problem. */
async function sendProblemPage(
  problem: AppProblem,
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  const { drawn } = await drawOpenly(
    await commonDrawing(PROBLEM_PAGE, request).catch(() => plainDrawing(PROBLEM_PAGE, request)),
    problem,
  );
  setHeaders(response);
  response.statusCode = PROBLEM_KINDS[problem.code].status;
  if (problem.retryAfterSeconds !== null)
    response.setHeader('retry-after', String(problem.retryAfterSeconds));
  response.end(withoutScripts(await drawn.text(), scriptUrl()));
}

/** For handlers of pages: a problem becomes its page; anything else is our bug, logged and not shown. */
export async function withProblemPages(
  request: NextApiRequest,
  response: NextApiResponse,
  answer: () => Promise<void>,
): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (response.headersSent) throw error;
    const problem = toldProblem(error);
    meters().refused(problem.code);
    return sendProblemPage(problem, request, response);
  }
}

function toldProblem(error: unknown): AppProblem {
  return error instanceof AppProblem ? error : ourMistake(error, 'a page could not be made');
}

/** What was drawn, and the problem that was met on the way; null when none was. */
async function drawOpenly(
  drawing: Drawing,
  told: AppProblem | null = null,
): Promise<{ drawn: Response; problem: AppProblem | null }> {
  const open = openDrawing(told);
  try {
    const drawn = await draw(drawing, open.key);
    // Problems are met while the page is still written.
    const body = drawn.body === null ? null : await drawn.arrayBuffer();
    return { drawn: new Response(body, drawn), problem: open.problem };
  } finally {
    open.close();
  }
}

/** The others are of the connection, or are given to this answer as they were to that one. */
async function handOn(drawn: Response, response: NextApiResponse): Promise<void> {
  takeOver(drawn, response, ['content-type', 'content-security-policy', 'cache-control', 'vary']);
  response.end(Buffer.from(await drawn.arrayBuffer()));
}

function takeOver(drawn: Response, response: NextApiResponse, names: readonly string[]): void {
  response.statusCode = drawn.status;
  for (const name of names) {
    const value = drawn.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
}

function setHeaders(response: NextApiResponse): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'private, no-cache, no-store, max-age=0, must-revalidate');
  response.setHeader('content-security-policy', contentSecurityPolicy({ nonce: null, isDevelopment: false }));
}

let script: string | undefined;

/** `scripts/ready.mjs` has put it beside the files of the build, whose name changes with each build. */
function scriptUrl(): string {
  const build = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID');
  return (script ??= ownLink(`/_next/static/${readFileSync(build, 'utf8')}/frozen-page.js`));
}
