import { z } from 'zod';
import type { CheckPage } from '@/lib/report/summary';
import { MAX_PAGE } from '@/lib/store/cursor';
import { parseTarget } from '@/lib/target/target';
import { verb } from './verb';

/** The query of `GET /api/checks`. */
export const ListChecks = z.object({
  domain: z.string().transform(canonicalDomain).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
});

/** Checks newest first, of one domain or of all. */
export const listChecks = verb(
  'list',
  (_, { domain, cursor, limit }: z.infer<typeof ListChecks>, { store }): Promise<CheckPage> =>
    store.list({
      limit,
      ...(domain === undefined ? {} : { domain }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
);

/** A domain may be asked for in either form; what is none has no checks. */
function canonicalDomain(text: string): string {
  const target = parseTarget(text);
  return target.ok ? target.value.domain : text;
}
