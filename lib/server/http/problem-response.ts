import type { AppProblem } from '@/lib/problem';
import { requestId } from '../config/request-id';
import { isOurs, problemDocument, problemHeaders } from '@/lib/problem-document';

export function problemResponse(problem: AppProblem): Response {
  const document = problemDocument(problem);
  const request = isOurs(document.status) ? requestId() : null;
  return Response.json(request === null ? document : { ...document, request }, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json', ...problemHeaders(problem) },
  });
}
