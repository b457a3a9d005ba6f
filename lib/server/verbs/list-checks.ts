import { z } from 'zod';
import type { CheckPage } from '@/lib/report/summary';
import { type ListQuery, MAX_PAGE } from '@/lib/store/store';
import { parseTarget } from '@/lib/target/target';
import { services } from '../engine/services';
import { validate } from '../http/validate';

/** The query of `GET /api/checks`. */
const ListRequest = z.object({
  domain: z.string().transform(canonicalDomain).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
});

/** What a query string asks for; empty parameters count as none. Throws `request-invalid`. */
export function readListQuery(parameters: URLSearchParams): ListQuery {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
  const { domain, cursor, limit } = validate(ListRequest, given);
  return {
    limit,
    ...(domain === undefined ? {} : { domain }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** Checks newest first, of one domain or of all. */
export async function listChecks(query: ListQuery): Promise<CheckPage> {
  const { store } = await services();
  return store.list(query);
}

/** A domain may be asked for in either form; what is none has no checks. */
function canonicalDomain(text: string): string {
  const target = parseTarget(text);
  return target.ok ? target.value.domain : text;
}
