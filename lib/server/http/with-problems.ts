import { ownPath } from '@/lib/own-link';
import { AppProblem } from '@/lib/problem';
import { routeClass } from '../front/answered';
import { meters } from './metrics';
import { ourMistake } from './our-mistake';
import { problemResponse } from './problem-response';

/** Answers a request: problems become problem documents; anything else is our bug, logged and not shown. */
export async function withProblems(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const problem =
      error instanceof AppProblem && error.code !== 'internal' ? error : mistake(request, error);
    meters().refused(problem.code);
    return problemResponse(problem);
  }
}

function mistake({ method, url }: Request, error: unknown): AppProblem {
  const { pathname } = new URL(url);
  return ourMistake(error, 'request failed', { method, route: routeClass(ownPath(pathname) ?? pathname) });
}
