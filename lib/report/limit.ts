import { z } from 'zod';

/** Every limit of ours that may end or narrow a check. */
export const Limit = z.enum([
  'dns-queries',
  'survey-queries',
  'policy-queries',
  'report-receivers',
  'caa-hosts',
  'server-addresses',
  'zones',
  'name-servers',
  'exchanges',
  'other-routes',
  'addresses',
  'sessions',
  'deadline',
]);
export type Limit = z.infer<typeof Limit>;

/** A limit that a check has reached. */
export const ReachedLimit = z.object({
  limit: Limit,
  count: z.number(),
  left: z.array(z.string()).optional().describe('what was left undone'),
});
export type ReachedLimit = z.infer<typeof ReachedLimit>;
