import { reportDocument } from '@/lib/report/document';
import { getReport } from '@/lib/server/get-report';
import { route } from '@/lib/server/route';
import { noSuchCheck } from '@/lib/server/stop-check';

export const GET = route<{ id: string }>(async (_request, { id }) => {
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  return Response.json(reportDocument(report), { headers: { 'cache-control': 'no-store' } });
});
