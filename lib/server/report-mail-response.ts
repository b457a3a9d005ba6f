import { AppProblem } from '@/lib/problem';
import { clientAddress } from './http/client-address';
import { getRawMessage, getReportMail, readReportMailAgain } from './report-mails';
import { LINK_HEADERS, refuseOtherSites } from './http/route';

/** What a mail says, as JSON. Throws `report-not-found`. */
export async function reportMailResponse(id: string): Promise<Response> {
  const view = await getReportMail(id);
  if (view === null) throw notFound();
  return Response.json(view, { headers: LINK_HEADERS });
}

/** Reads a mail again, which could not be read in time, and says what it says now. Throws `report-not-found`, `too-many-reports`. */
export async function readAgainResponse(request: Request, id: string): Promise<Response> {
  refuseOtherSites(request);
  const view = await readReportMailAgain(id, { ip: clientAddress(request.headers) });
  if (view === null) throw notFound();
  return Response.json(view, { headers: LINK_HEADERS });
}

/** The message as it came, to be saved and never shown as a page. Throws `report-not-found`. */
export async function rawMessageResponse(id: string): Promise<Response> {
  const raw = await getRawMessage(id);
  if (raw === null) throw notFound();
  return new Response(new Uint8Array(raw), {
    headers: {
      ...LINK_HEADERS,
      'content-type': 'message/rfc822',
      'content-disposition': 'attachment; filename="message.eml"',
      'x-content-type-options': 'nosniff',
    },
  });
}

function notFound(): AppProblem {
  return new AppProblem('report-not-found', {
    say: 'There is no such mail here, or its link is not complete.',
  });
}
