import { z } from 'zod';
import { ReverseName } from './trace';

/** What DNS says of a name: it has addresses, exists without any, does not exist, or nobody answered usefully. */
const NameState = z.enum(['found', 'none', 'nxdomain', 'failed']);

/** What a receiver that looks us up finds: the HELO name, the sender's domain, the addresses we come from. */
export const Identity = z.object({
  helo: z.object({
    name: z.string(),
    state: NameState.nullable().describe(
      'null: nothing to look up, an address literal or a name of one label',
    ),
    addresses: z.array(z.string()),
    evidence: z.array(z.int()),
  }),
  sender: z
    .object({
      domain: z.string(),
      state: NameState.extract(['nxdomain', 'failed', 'none'])
        .or(z.enum(['mx', 'implicit', 'null-mx']))
        .describe('where a bounce to it would go'),
      evidence: z.array(z.int()),
    })
    .nullable()
    .describe('null for the null sender and for an address literal'),
  addresses: z
    .array(ReverseName)
    .describe('our own addresses with their reverse names; none when they are private'),
});
export type Identity = z.infer<typeof Identity>;
