import { z } from 'zod';

/** Who has to do something; `unknown`: it is not proven who. Findings, replies and notices share it. */
export const WhoActs = z.enum([
  'sender',
  'sender-admin',
  'network',
  'recipient',
  'recipient-admin',
  'nobody',
  'unknown',
]);
export type WhoActs = z.infer<typeof WhoActs>;
