import type { ServerResponse } from 'node:http';
import type { AppProblem } from '@/lib/problem';
import { problemDocument, problemHeaders } from '@/lib/problem-document';

/** Answers what did not come as far as Next: a program gets the document (RFC 9457), a person the sentence. */
export function refuse(response: ServerResponse, problem: AppProblem, isProgram: boolean): void {
  const document = problemDocument(problem);
  const type = isProgram ? 'application/problem+json' : 'text/plain; charset=utf-8';
  response
    .writeHead(document.status, { ...problemHeaders(problem), 'content-type': type })
    .end(isProgram ? JSON.stringify(document) : `${document.detail}\n`);
}
