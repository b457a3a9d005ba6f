import { AppProblem } from '@/lib/problem';
import { log } from '../config/log';
import { problemResponse } from './problem-response';

/** Answers a request: problems become problem documents; anything else is our bug, logged and not shown. */
export async function withProblems(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof AppProblem && error.code !== 'internal') return problemResponse(error);
    const { method, url } = request;
    // Without the id in the path.
    log.error({ method, path: new URL(url).pathname.split('/', 3).join('/'), err: error }, 'request failed');
    return problemResponse(
      new AppProblem('internal', { say: 'Something went wrong on this side. It was logged.' }),
    );
  }
}
