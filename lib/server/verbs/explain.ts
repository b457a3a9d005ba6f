import { z } from 'zod';
import { explainReply } from '@/lib/meaning/meaning';
import { Stage } from '@/lib/smtp/session';
import { callerKey } from './caller-key';
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

/** What a reply means. Throws `too-many-explanations`. */
export const explain = verb('explain', async (caller, asked: z.infer<typeof Explain>, { quotas }) => {
  await quotas.explanations.take(callerKey(caller));
  return explainReply(asked);
});
