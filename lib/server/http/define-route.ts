import type { ProblemCode } from '@/lib/problem';
import type { Verb } from '../verbs/verb';
import { callerOf } from './caller-of';
import { answerForm, type FormAnswer, isForm } from './form';
import { type InputOf, readInput, type RequestParts } from './input';
import type { Output } from './output';
import { refuseOtherSites } from './same-site';
import { services } from './shared-services';
import { withProblems } from './with-problems';

/** A call of the HTTP API. */
interface RouteDeclaration<P extends RequestParts, T> {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With parameters in braces, as OpenAPI has them. */
  path: `/${string}`;
  /** What it does, in one line of the API's description. */
  summary: string;
  description?: string;
  input: P;
  output: Output<T>;
  /** For a route to which a page sends a form. */
  form?: FormAnswer<T>;
  /** What a client has to expect, beside what the body says of itself, and bugs of ours. */
  problems?: readonly ProblemCode[];
  verb: Verb<InputOf<P>, T>;
}

/** What is told of a route, and the handler that `app` exports under its method. */
export interface Route extends Required<
  Pick<RouteDeclaration<RequestParts, unknown>, 'method' | 'path' | 'summary' | 'problems'>
> {
  description: string | null;
  input: RequestParts;
  output: Omit<Output<unknown>, 'respond'>;
  handler: (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
}

/** Makes a route of its declaration: the request is read, its verb is called in the name of who sent it, and its output answers. */
export function defineRoute<P extends RequestParts, T>(declaration: RouteDeclaration<P, T>): Route {
  const { method, path, summary, description = null, input, output, form, problems = [], verb } = declaration;
  return {
    method,
    path,
    summary,
    description,
    input,
    output,
    problems: [...new Set([...(input.body?.problems ?? []), ...refusals(verb), ...problems])],
    handler: (request, { params }) =>
      withProblems(request, async () => {
        if (method !== 'GET') refuseOtherSites(request);
        const work = async () => {
          const asked = await readInput(input, request, await params);
          return verb(await callerOf(request.headers), asked, await services());
        };
        if (form !== undefined && isForm(request)) return answerForm(form, work);
        return respond(request, output.respond(await work(), request));
      }),
  };
}

/** Everybody may read what they have the link of. */
function refusals({ right = 'read' }: Pick<Verb<never, unknown>, 'right'>): ProblemCode[] {
  return right === 'read' ? [] : ['not-permitted'];
}

/** Next answers HEAD by what answers GET, and leaves the body unread: what it holds is let go. */
async function respond({ method }: Request, answer: Response): Promise<Response> {
  if (method !== 'HEAD') return answer;
  await answer.body?.cancel();
  return new Response(null, answer);
}
