import { clientAddress } from '@/lib/server/http/client-address';
import { listChecks, readListQuery } from '@/lib/server/verbs/list-checks';
import { readJson, route } from '@/lib/server/http/route';
import { startCheck } from '@/lib/server/verbs/start-check';

export const POST = route(async (request) => {
  const started = await startCheck(await readJson(request), { ip: clientAddress(request.headers) });
  return Response.json(started, { status: 202, headers: { location: `/api/checks/${started.id}` } });
});

export const GET = route(async (request) => {
  const page = await listChecks(readListQuery(new URL(request.url).searchParams));
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
