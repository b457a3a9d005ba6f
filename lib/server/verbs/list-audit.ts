import { z } from 'zod';
import { verb } from './verb';

const ENTRIES = 50;

export const ListAudit = z.object({ cursor: z.string().optional() });

/** Who did what, newest first. */
export const listAudit = verb('administer', (_, { cursor }: z.infer<typeof ListAudit>, { store }) =>
  store.auditPage(ENTRIES, cursor),
);
