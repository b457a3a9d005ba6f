import { askRetest, getRetest } from '@/lib/server/verbs/retest-check';
import { refuseOtherSites, route } from '@/lib/server/http/route';

const HEADERS = { 'cache-control': 'no-store' };

export const GET = route<{ id: string }>(async (_request, { id }) =>
  Response.json(await getRetest(id), { headers: HEADERS }),
);

export const POST = route<{ id: string }>(async (request, { id }) => {
  refuseOtherSites(request);
  return Response.json(await askRetest(id), { status: 202, headers: HEADERS });
});
