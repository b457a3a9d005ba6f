import { z } from 'zod';
import type { AppProblem, ProblemCode } from '@/lib/problem';

/** RFC 9457, with the stable `code` and what belongs to it. */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});

/** How each problem is told over HTTP. */
export const KINDS: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  'target-invalid': { status: 400, title: 'Not a target' },
  'request-invalid': { status: 400, title: 'Not a valid request' },
  'check-not-found': { status: 404, title: 'No such check' },
  'capture-not-found': { status: 404, title: 'No such capture' },
  'finding-not-found': { status: 404, title: 'No such finding' },
  'not-permitted': { status: 403, title: 'Not permitted' },
  'not-found': { status: 404, title: 'Nothing here' },
  'too-many-checks': { status: 429, title: 'Too many checks' },
  'too-many-messages': { status: 429, title: 'Too many messages' },
  'too-many-recipients': { status: 429, title: 'Too many recipients' },
  'retest-not-possible': { status: 409, title: 'Not to be repeated by itself' },
  'report-not-found': { status: 404, title: 'No such mail' },
  'too-many-reports': { status: 429, title: 'Too many mails' },
  'too-large': { status: 413, title: 'Too large' },
  'database-unavailable': { status: 503, title: 'Database not available' },
  'too-slow': { status: 408, title: 'Too slow' },
  'type-not-taken': { status: 415, title: 'Not this type' },
  'too-many-streams': { status: 429, title: 'Too many streams' },
  'too-busy': { status: 503, title: 'Too busy' },
  internal: { status: 500, title: 'Our mistake' },
};

/** Problems that are found before the whole body is here: the rest of it is not waited for (RFC 9110 §9.3.1, §15.5.9). */
const CLOSES: ReadonlySet<ProblemCode> = new Set(['too-large', 'too-slow', 'type-not-taken']);

export function problemResponse({ code, say, fields, retryAfterSeconds }: AppProblem): Response {
  const { status, title } = KINDS[code];
  const document: z.infer<typeof ProblemDocument> = {
    ...fields,
    type: `urn:mxproof:problem:${code}`,
    title,
    status,
    code,
    detail: say,
  };
  return Response.json(document, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      ...(CLOSES.has(code) && { connection: 'close' }),
      ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}
