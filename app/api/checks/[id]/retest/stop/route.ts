import { stopRetest } from '@/lib/server/verbs/retest-check';
import { refuseOtherSites, route } from '@/lib/server/http/route';

export const POST = route<{ id: string }>(async (request, { id }) => {
  refuseOtherSites(request);
  return Response.json(await stopRetest(id), { headers: { 'cache-control': 'no-store' } });
});
