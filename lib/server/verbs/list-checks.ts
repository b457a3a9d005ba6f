import { z } from 'zod';
import { CheckOutcome } from '@/lib/report/history-choice';
import type { CheckPage } from '@/lib/report/summary';
import { MAX_PAGE } from '@/lib/store/cursor';
import { parseTarget } from '@/lib/target/target';
import { may } from './caller';
import { query } from './verb';

/** The query of `GET /api/checks`. */
export const ListChecks = z.object({
  domain: z.string().transform(canonicalDomain).optional(),
  outcome: CheckOutcome.optional().describe('only with this verdict, or only those that wait or run'),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  routine: z
    .enum(['yes', 'no'])
    .default('yes')
    .describe('no: without checks of watches that saw what was seen before'),
});

/** Checks newest first, of one domain or of all; for whoever may not see everybody's, those that they have started. */
export const listChecks = query(
  'list-own',
  async (
    caller,
    { domain, outcome, cursor, limit, routine }: z.infer<typeof ListChecks>,
    { store },
  ): Promise<CheckPage> => {
    const isEverybodys = may(caller, 'list');
    return store.list({
      limit,
      withoutRoutine: routine === 'no',
      ...(!isEverybodys && { startedBy: caller.who ?? '' }),
      ...(domain !== undefined && { domain }),
      ...(outcome !== undefined && { outcome }),
      ...(cursor !== undefined && { cursor }),
    });
  },
);

/** A domain may be asked for in either form; what is none has no checks. */
function canonicalDomain(text: string): string {
  const target = parseTarget(text);
  return target.ok ? target.value.domain : text;
}
