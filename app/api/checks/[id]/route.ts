import { reportDocument } from '@/lib/report/document';
import { getReport } from '@/lib/server/verbs/get-report';
import { route } from '@/lib/server/http/route';
import { noSuchCheck } from '@/lib/server/verbs/stop-check';

export const GET = route<{ id: string }>(async (_request, { id }) => {
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  return Response.json(reportDocument(report), { headers: { 'cache-control': 'no-store' } });
});
