import { z } from 'zod';

/** What came of knocking at an address where nothing can listen: whatever answers there is in between, near to us. */
export const ControlAddress = z.object({
  address: z.string(),
  port: z.int(),
  outcome: z
    .enum(['answered', 'refused', 'silent', 'unreachable'])
    .describe('answered: a connection was made; silent and unreachable are as it should be'),
  banner: z.string().nullable().describe('what was said first, escaped; null when nothing was'),
  ms: z.number(),
});
export type ControlAddress = z.infer<typeof ControlAddress>;
