import { z } from 'zod';
import type { AppProblem } from '@/lib/problem';
import { problemDocument, problemHeaders } from '@/lib/problem-document';

/** As the description of the API has `problemDocument`. */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});

export function problemResponse(problem: AppProblem): Response {
  const document = problemDocument(problem);
  return Response.json(document, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json', ...problemHeaders(problem) },
  });
}
