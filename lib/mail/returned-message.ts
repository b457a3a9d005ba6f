import { z } from 'zod';

/** One Received line, and how long after the one before it. */
export const Hop = z.object({
  from: z.string().nullable(),
  by: z.string().nullable(),
  protocol: z.string().nullable(),
  queueId: z.string().nullable(),
  at: z.string().nullable(),
  delaySeconds: z.number().nullable(),
});
export type Hop = z.infer<typeof Hop>;

/** The message that a notice is about, as far as it was returned. */
export const ReturnedCopy = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  date: z.string().nullable(),
  messageId: z.string().nullable(),
  hops: z.array(Hop),
  fields: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .describe('its whole header, as it came; at most 100 fields, 2,000 characters of each'),
});
export type ReturnedCopy = z.infer<typeof ReturnedCopy>;
