import { FORM_HEADER } from '@/lib/form-header';
import { ownPath } from '@/lib/own-link';
import { DRAW_HEADER } from '../front/own-header';
import type { PageDesk } from '../front/page-desk';
import { sendPage, withProblemPages } from './frozen-pages';
import { frozenPath } from './frozen-paths';

/** Our own request for a drawing, and Next's when it follows where a form leads: those are for Next. */
const OF_NEXT = [DRAW_HEADER, 'rsc', 'content-type'];

/** Answers all reads of pages but those. */
export const pageDesk: PageDesk = (request, response) => {
  const { method, headers, url = '/' } = request;
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (OF_NEXT.some((name) => headers[name] !== undefined)) return null;
  const path = frozenPath(ownPath(url));
  if (path === null) return null;
  return withProblemPages(request, response, async () => {
    // The page is loaded by the browser, which has followed a form to it.
    if (headers[FORM_HEADER] !== undefined) response.writeHead(204).end();
    else await sendPage(path, request, response);
  });
};
