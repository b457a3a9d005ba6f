import { z } from 'zod';
import { explainReply } from '@/lib/meaning/meaning';
import { Stage } from '@/lib/smtp/session';
import { verb } from './verb';

/** Characters of a pasted reply; whole bounces are read elsewhere. */
export const MAX_PASTED = 16_384;

export const Explain = z.object({
  reply: z
    .string()
    .trim()
    .min(1)
    .max(MAX_PASTED)
    .describe('a reply, or a log line or bounce that quotes one'),
  stage: Stage.optional(),
  host: z.string().max(255).optional(),
});

/** What a reply means. */
export const explain = verb('explain', (_, asked: z.infer<typeof Explain>) => explainReply(asked));
