import { explain } from '@/lib/server/verbs/explain';
import { readJson, route } from '@/lib/server/http/route';

export const POST = route(async (request) => Response.json(explain(await readJson(request))));
