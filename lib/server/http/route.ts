import { AppProblem } from '@/lib/problem';
import { log } from '../config/log';
import { problemResponse } from './problem-response';

interface Context<P> {
  params: Promise<P>;
}

/** Wraps a route handler: problems become problem documents; anything else is our bug, logged and not shown. */
export function route<P = object>(
  handle: (request: Request, params: P) => Promise<Response>,
): (request: Request, context: Context<P>) => Promise<Response> {
  return async (request, { params }) => {
    try {
      return await handle(request, await params);
    } catch (error) {
      if (error instanceof AppProblem && error.code !== 'internal') return problemResponse(error);
      const { method, url } = request;
      // Without the id in the path.
      log.error(
        { method, path: new URL(url).pathname.split('/', 3).join('/'), err: error },
        'request failed',
      );
      return problemResponse(
        new AppProblem('internal', { say: 'Something went wrong on this side. It was logged.' }),
      );
    }
  };
}

/** Of everything behind the link of a check: the link is the permission to read. */
export const LINK_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Throws `request-invalid` for what a page of another site makes a browser send. */
export function refuseOtherSites(request: Request): void {
  if (request.headers.get('sec-fetch-site') === 'cross-site')
    throw new AppProblem('request-invalid', { say: 'Pages of other sites may not start or stop checks.' });
}

/** A JSON body; far above what a check needs. */
const MAX_BODY_CHARACTERS = 64 * 1024;

/** The body as JSON. Throws `request-invalid`, also for a request that a page of another site has made. */
export async function readJson(request: Request): Promise<unknown> {
  refuseOtherSites(request);
  const text = await request.text();
  if (text.length > MAX_BODY_CHARACTERS)
    throw new AppProblem('request-invalid', {
      say: `The body has more than ${MAX_BODY_CHARACTERS} characters.`,
    });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The body is not JSON.', cause });
  }
}
