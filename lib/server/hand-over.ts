import { AppProblem } from '@/lib/problem';
import { clientAddress } from './http/client-address';
import { problemResponse } from './http/problem-response';
import { isForm, readMessage, TOO_LARGE } from './read-body';
import { takeReportMails, type TakenReportMail } from './report-mails';
import { LINK_HEADERS, refuseOtherSites } from './http/route';
import { services } from './engine/services';

/**
 * `POST /api/bounces` and `/api/feedback`: a message as `message/rfc822` or any other type, an mbox, or the form of the
 * pages, which is led to the page of what it handed over. What it is decides the page, not where it was posted.
 */
export async function handOver(request: Request, page: string): Promise<Response> {
  refuseOtherSites(request);
  const byForm = isForm(request.headers.get('content-type') ?? '');
  try {
    const taken = await takeAll(request);
    const [first] = taken;
    if (byForm) return seeOther(taken.length === 1 && first !== undefined ? first.url : page);
    if (taken.length !== 1 || first === undefined)
      return Response.json({ items: taken }, { status: 202, headers: LINK_HEADERS });
    return Response.json(first, {
      status: 202,
      headers: {
        ...LINK_HEADERS,
        location: `/api/${first.kind === 'feedback' ? 'feedback' : 'bounces'}/${first.id}`,
      },
    });
  } catch (problem) {
    if (!(problem instanceof AppProblem)) throw problem;
    return byForm ? seeOther(`${page}?problem=${problem.code}`) : problemResponse(problem);
  }
}

/** A message comes as there is room for it. */
async function takeAll(request: Request): Promise<TakenReportMail[]> {
  const { room } = await services();
  const share = room.open();
  try {
    return await takeReportMails(await readMessage(request, share), { ip: clientAddress(request.headers) });
  } finally {
    share.leave();
  }
}

const PROBLEM_SAYS: Partial<Record<string, string>> = {
  'request-invalid': 'There is nothing in it: paste a message, or choose a file.',
  'too-large': TOO_LARGE,
  'too-many-reports': 'Too many messages from one address; try again in a minute.',
  'one-line': 'A field of one line cannot hold a message. Paste it here.',
};

/** What a form is led back with, in words; null for none. */
export function handOverProblem(code: string | string[] | undefined): string | null {
  return typeof code === 'string' ? (PROBLEM_SAYS[code] ?? 'It could not be read.') : null;
}

/** Relative, so that it holds behind any proxy (RFC 9110 §10.2.2). */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...LINK_HEADERS, location } });
}
