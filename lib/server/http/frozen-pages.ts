import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { AppProblem } from '@/lib/problem';
import { isOurs, PROBLEM_KINDS } from '@/lib/problem-document';
import { ownLink } from '@/lib/own-link';
import type { PageAnswer, PageRequest } from '../front/page-desk';
import { openDrawing, type OpenDrawing, type PageScript } from './drawings';
import { draw, type Drawing, drawingFor, plainDrawing } from './frozen-drawing';
import { withoutScripts } from './frozen-html';
import { createPageKeeper, type KeptPage } from './kept-pages';
import { meters } from './metrics';
import { callerKey } from '../verbs/caller-key';
import { ourMistake } from './our-mistake';
import { compressed, handOn, sendCompressed, takeOver } from './page-answer';
import { areAsBefore } from './page-queries';
import { services } from './shared-services';

/** Of all kept pages with their keys, compressed: a check of one exchange has some 15 kB. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** A page as Next has drawn it, and what was met on the way. */
interface DrawnPage extends Pick<OpenDrawing, 'problem' | 'queries' | 'script'> {
  drawn: Response;
}

const keeper = createPageKeeper<DrawnPage>(MAX_KEPT_BYTES);

/**
 * Answers with a page, without React's scripts and its second copy of the content: for the price of what it is made of while that
 * is as it was, else drawn now. Rejects when this server does not answer
 * itself, as all that send a page here, and with `too-many-pages`.
 */
export async function sendPage(path: string, request: PageRequest, response: PageAnswer): Promise<void> {
  const drawing = await drawingFor(path, request);
  const given = await services();
  const page = await keeper.of(
    keyOf(drawing),
    (queries) => areAsBefore(queries, drawing.caller, given),
    async () => {
      await given.quotas.pages.take(callerKey(drawing.caller));
      return drawToKeep(drawing);
    },
  );
  return 'bytes' in page
    ? sendCompressed(page.bytes, request, response)
    : sendDrawn(page, path, request, response);
}

/** Those who may do the same see the same, as long as what the page asks for in their name is the same. */
function keyOf({ path, theme, signIn, caller: { rights } }: Drawing, told: AppProblem | null = null): string {
  const problem = told && [told.code, told.say, told.retryAfterSeconds];
  return JSON.stringify([path, theme, signIn, rights, problem]);
}

async function drawToKeep(drawing: Drawing, told: AppProblem | null = null): Promise<KeptPage | DrawnPage> {
  const page = await drawOpenly(drawing, told);
  const { drawn, problem, queries } = page;
  const status = drawing.path === MISSING ? 404 : 200;
  if (drawn.status !== status || problem !== told || queries === null) return page;
  return { bytes: await bytesOf(page), queries };
}

/** Without React's scripts. */
async function bytesOf({ drawn, script }: DrawnPage): Promise<Buffer> {
  return compressed(withoutScripts(await drawn.text(), scriptUrl(script)));
}

async function sendDrawn(
  page: DrawnPage,
  path: string,
  request: PageRequest,
  response: PageAnswer,
): Promise<void> {
  const { drawn, problem } = page;
  if (problem !== null) return sendProblemPage(problem, request, response);
  // What failed while it was drawn is drawn by React's scripts alone.
  if (drawn.status >= 500) return handOn(drawn, request, response);
  if (drawn.status === 404 && path !== MISSING) return sendMissingPage(request, response);
  takeOver(drawn, response, ['location']);
  return sendCompressed(await bytesOf(page), request, response);
}

/** Next leaves to React's scripts what stands here in place of a page, and draws it only under this path. */
const MISSING = '/_not-found';

/** Answers that there is nothing at this address. */
export async function sendMissingPage(request: PageRequest, response: PageAnswer): Promise<void> {
  response.statusCode = 404;
  return sendPage(MISSING, request, response);
}

/** The page that says in a problem's words what keeps a page from being made. */
const PROBLEM_PAGE = '/problem';

/** Answers with such a page, and the status of the problem. One of ours names its request, so it is not for others. */
async function sendProblemPage(
  problem: AppProblem,
  request: PageRequest,
  response: PageAnswer,
): Promise<void> {
  const drawing = await drawingFor(PROBLEM_PAGE, request).catch(() => plainDrawing(PROBLEM_PAGE, request));
  const { status } = PROBLEM_KINDS[problem.code];
  const page = await keeper.of(
    keyOf(drawing, problem),
    () => Promise.resolve(!isOurs(status)),
    () => drawToKeep(drawing, problem),
  );
  response.statusCode = status;
  if (problem.retryAfterSeconds !== null)
    response.setHeader('retry-after', String(problem.retryAfterSeconds));
  return sendCompressed('bytes' in page ? page.bytes : await bytesOf(page), request, response);
}

/** For handlers of pages: a problem becomes its page; anything else is our bug, logged and not shown. */
export async function withProblemPages(
  request: PageRequest,
  response: PageAnswer,
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

/**
 * On one thread more of them only make each other late, and each takes megabytes until it is done. Some wait for a thread that reads a
 * mail, and are not to hold up all others.
 */
const DRAWN_AT_ONCE = 16;
const inTurn = pLimit(DRAWN_AT_ONCE);

async function drawOpenly(drawing: Drawing, told: AppProblem | null = null): Promise<DrawnPage> {
  const open = openDrawing(told);
  try {
    const { drawn, body } = await inTurn(async () => {
      const response = await draw(drawing, open.key);
      // Problems are met while the page is still written.
      return { drawn: response, body: response.body === null ? null : await response.arrayBuffer() };
    });
    const { problem, queries, script } = open;
    return { drawn: new Response(body, drawn), problem, queries, script };
  } finally {
    open.close();
  }
}

let folder: string | undefined;

/** `scripts/ready.mjs` has put it beside the files of the build, whose name changes with each build. */
function scriptUrl(script: PageScript): string {
  const build = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID');
  folder ??= ownLink(`/_next/static/${readFileSync(build, 'utf8')}`);
  return `${folder}/${script}.js`;
}
