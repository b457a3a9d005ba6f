import { z } from 'zod';

/** What a refusal in a transcript means, beside the words that its code alone has. A conclusion, made again with the rules. */
export const Note = z.object({
  session: z.int(),
  line: z.int().describe('seq of the first line of the reply'),
  say: z.string(),
});
export type Note = z.infer<typeof Note>;
