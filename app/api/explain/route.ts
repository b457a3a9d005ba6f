import { explain } from '@/lib/server/explain';
import { readJson, route } from '@/lib/server/route';

export const POST = route(async (request) => Response.json(explain(await readJson(request))));
