import type { AppProblem } from '@/lib/problem';
import { problemDocument, problemHeaders } from '@/lib/problem-document';

export function problemResponse(problem: AppProblem): Response {
  const document = problemDocument(problem);
  return Response.json(document, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json', ...problemHeaders(problem) },
  });
}
