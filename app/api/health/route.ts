import { health } from '@/lib/server/verbs/health';
import { route } from '@/lib/server/http/route';

export const GET = route(async () =>
  Response.json(await health(), { headers: { 'cache-control': 'no-store' } }),
);
