import { AppProblem } from '@/lib/problem';
import { LINK_HEADERS } from './link-headers';

/** Where the form of a page leads that is sent to a route, so that it works without a script. */
export interface FormAnswer<T> {
  /** Link of the page with the result. */
  done(value: T): string;
  /** Link of the page that says what was wrong. */
  refused(problem: AppProblem): string;
}

/** Whether a body is what the forms of the pages send. */
export function isForm({ headers }: Request): boolean {
  return /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '');
}

/** Leads whoever sent a form on; a problem is told there. */
export async function answerForm<T>(answer: FormAnswer<T>, work: () => Promise<T>): Promise<Response> {
  try {
    return seeOther(answer.done(await work()));
  } catch (problem) {
    if (!(problem instanceof AppProblem)) throw problem;
    return seeOther(answer.refused(problem));
  }
}

/** Relative, so that it holds behind any proxy (RFC 9110 §10.2.2). */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...LINK_HEADERS, location } });
}
