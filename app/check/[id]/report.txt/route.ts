import { getReport } from '@/lib/server/verbs/get-report';
import { LINK_HEADERS, route } from '@/lib/server/http/route';
import { noSuchCheck } from '@/lib/server/verbs/stop-check';
import { reportText } from '@/lib/show/report-text';

export const GET = route<{ id: string }>(async (_request, { id }) => {
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  return new Response(reportText(report), {
    headers: { ...LINK_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
});
