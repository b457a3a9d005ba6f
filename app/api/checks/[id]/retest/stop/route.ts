import { stopRetest } from '@/lib/server/retest-check';
import { refuseOtherSites, route } from '@/lib/server/route';

export const POST = route<{ id: string }>(async (request, { id }) => {
  refuseOtherSites(request);
  return Response.json(await stopRetest(id), { headers: { 'cache-control': 'no-store' } });
});
