import { z } from 'zod';
import { MAX_EVERY_MINUTES, MIN_EVERY_MINUTES } from '@/lib/watch/limits';

const UNIT_MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;

const MAX_TOLD = 100;

const EveryMinutes = z
  .int()
  .min(
    MIN_EVERY_MINUTES,
    `At most every ${MIN_EVERY_MINUTES} minutes: each try opens a session with every mail server.`,
  )
  .max(MAX_EVERY_MINUTES, 'At least once in 31 days.');

const Told = z.array(z.string()).max(MAX_TOLD).describe('ids of receivers');

export const NewWatch = z.strictObject({
  target: z.string().describe('a domain, a mailbox or an address literal'),
  everyMinutes: EveryMinutes,
  receivers: Told.default([]),
});

/** What is not given stays. */
export const WatchChange = z.strictObject({
  everyMinutes: EveryMinutes.optional(),
  receivers: Told.optional(),
  isPaused: z.boolean().optional(),
});

/** How often, as a form asks it. */
const Every = z.object({
  every: z.coerce.number('Say how often, as a number.').int('Say how often, as a whole number.').positive(),
  unit: z.enum(['minutes', 'hours', 'days']),
  receivers: Told,
});

export const WatchOfForm = Every.extend({ target: z.string() })
  .transform(({ target, ...asked }): z.input<typeof NewWatch> => ({ target, ...plainOf(asked) }))
  .pipe(NewWatch);

export const WatchChangeOfForm = Every.transform((asked): z.input<typeof WatchChange> => plainOf(asked)).pipe(
  WatchChange,
);

function plainOf({ every, unit, receivers }: z.infer<typeof Every>) {
  return { everyMinutes: every * UNIT_MINUTES[unit], receivers };
}
