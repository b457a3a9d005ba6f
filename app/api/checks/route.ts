import { z } from 'zod';
import { parseTarget } from '@/lib/target/target';
import { clientAddress } from '@/lib/server/client-address';
import { listChecks } from '@/lib/server/list-checks';
import { readJson, route } from '@/lib/server/route';
import { startCheck } from '@/lib/server/start-check';
import { validate } from '@/lib/server/validate';
import { MAX_PAGE } from '@/lib/store/store';

export const POST = route(async (request) => {
  const started = await startCheck(await readJson(request), { ip: clientAddress(request.headers) });
  return Response.json(started, { status: 202, headers: { location: `/api/checks/${started.id}` } });
});

const Query = z.object({
  domain: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
});

export const GET = route(async (request) => {
  const asked = Object.fromEntries(
    [...new URL(request.url).searchParams].filter(([, value]) => value !== ''),
  );
  const { domain, cursor, limit } = validate(Query, asked);
  const page = await listChecks({
    limit,
    ...(domain === undefined ? {} : { domain: canonicalDomain(domain) }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});

/** A domain may be asked for in either form; what is none has no checks. */
function canonicalDomain(text: string): string {
  const target = parseTarget(text);
  return target.ok ? target.value.domain : text;
}
