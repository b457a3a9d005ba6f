import { reportDocument } from '@/lib/report/document';
import { refuseOtherSites, route } from '@/lib/server/http/route';
import { stopCheck } from '@/lib/server/verbs/stop-check';

export const POST = route<{ id: string }>(async (request, { id }) => {
  refuseOtherSites(request);
  return Response.json(reportDocument(await stopCheck(id)), { headers: { 'cache-control': 'no-store' } });
});
