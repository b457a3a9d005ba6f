import { z } from 'zod';

/** A mail server that has greeted this machine lately in another check: mail leaves from here. */
export const ReachedBefore = z
  .object({ port: z.int(), secondsBefore: z.int() })
  .describe('another mail server greeted this machine so long before; told when none let this check connect');
export type ReachedBefore = z.infer<typeof ReachedBefore>;
