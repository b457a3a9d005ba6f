import { getReport } from '@/lib/server/get-report';
import { LINK_HEADERS, route } from '@/lib/server/route';
import { noSuchCheck } from '@/lib/server/stop-check';
import { reportText } from '@/lib/show/report-text';

export const GET = route<{ id: string }>(async (_request, { id }) => {
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  return new Response(reportText(report), {
    headers: { ...LINK_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
});
