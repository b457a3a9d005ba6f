import { z } from 'zod';

/** That a check or a mail is read by a link that was made for somebody, and what its maker says with it. */
export const Share = z.object({
  madeAt: z.string().describe('UTC, ISO 8601'),
  madeBy: z.string().nullable().describe('null: somebody who was not signed in'),
  expiresAt: z.string().nullable().describe('UTC, ISO 8601; null: it holds as long as what it shows is kept'),
  hidesLocalParts: z.boolean(),
  line: z.string().describe('from its maker to whoever reads it; empty when there is none'),
});
export type Share = z.infer<typeof Share>;
