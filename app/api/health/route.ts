import { health } from '@/lib/server/health';
import { route } from '@/lib/server/route';

export const GET = route(async () =>
  Response.json(await health(), { headers: { 'cache-control': 'no-store' } }),
);
