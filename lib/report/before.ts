import { z } from 'zod';
import { Stage } from '@/lib/smtp/session';

/** What a notice said of the recipient before the check that was started from it. */
export const Before = z.object({
  reportMail: z.string().describe('id of the notice, in the view without local parts'),
  url: z.string().describe('link of its page, without the host'),
  at: z.string().nullable().describe('when it was tried, as the notice says'),
  isDelay: z.boolean(),
  host: z.string().nullable().describe('name or address of the server that said it'),
  stage: Stage.nullable(),
  code: z.int().nullable(),
  status: z.string().nullable(),
  reply: z.string().nullable(),
  category: z.string(),
  permanence: z.enum(['temporary', 'permanent']).nullable(),
});
export type Before = z.infer<typeof Before>;
