import { reportDocument } from '@/lib/report/document';
import { getReport } from '@/lib/server/verbs/get-report';
import { LINK_HEADERS, route } from '@/lib/server/http/route';
import { noSuchCheck } from '@/lib/server/verbs/stop-check';

export const GET = route<{ id: string }>(async (_request, { id }) => {
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  const text = `${JSON.stringify(reportDocument(report), null, 2)}\n`;
  return new Response(text, {
    headers: { ...LINK_HEADERS, 'content-type': 'application/json; charset=utf-8' },
  });
});
