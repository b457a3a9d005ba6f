import { clientAddress } from '@/lib/server/client-address';
import { listChecks, readListQuery } from '@/lib/server/list-checks';
import { readJson, route } from '@/lib/server/route';
import { startCheck } from '@/lib/server/start-check';

export const POST = route(async (request) => {
  const started = await startCheck(await readJson(request), { ip: clientAddress(request.headers) });
  return Response.json(started, { status: 202, headers: { location: `/api/checks/${started.id}` } });
});

export const GET = route(async (request) => {
  const page = await listChecks(readListQuery(new URL(request.url).searchParams));
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
