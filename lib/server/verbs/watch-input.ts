import { z } from 'zod';
import type { WatchKind } from '@/lib/watch/kind';
import { LISTS_EVERY_MINUTES, MAX_EVERY_MINUTES, MIN_EVERY_MINUTES } from '@/lib/watch/limits';
import { LookUpAddress } from './address';

const UNIT_MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;

const MAX_TOLD = 100;

/** Why tries of a kind are no more often. */
const EACH_TRY: Readonly<Record<WatchKind, string>> = {
  mail: 'each try opens a session with every mail server',
  lists: 'blocklists refuse whoever asks them too often',
};

const EveryMinutes = z
  .int()
  .min(MIN_EVERY_MINUTES.mail, tooOften('mail'))
  .max(MAX_EVERY_MINUTES, 'At least once in 31 days.');

const Told = z.array(z.string()).max(MAX_TOLD).describe('ids of receivers');

/** Of a target, or of an address. */
export const NewWatch = z
  .strictObject({
    target: z
      .string()
      .optional()
      .describe('a domain, a mailbox or an address literal: mail to it is watched'),
    address: LookUpAddress.shape.address
      .optional()
      .describe(
        'in place of `target`: a public IP address, or a name of ours, of which is watched what blocklists say',
      ),
    everyMinutes: EveryMinutes.optional().describe(
      `of an address at least ${MIN_EVERY_MINUTES.lists}, and ${LISTS_EVERY_MINUTES} where it is not given`,
    ),
    receivers: Told.default([]),
  })
  .superRefine(({ target, address, everyMinutes }, context) => {
    const say = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', message, path });
    if ((target === undefined) === (address === undefined)) say('Name a target or an address, and not both.');
    if (target !== undefined && everyMinutes === undefined) say('Say how often.', 'everyMinutes');
    if (address !== undefined && isTooOften('lists', everyMinutes)) say(tooOften('lists'), 'everyMinutes');
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

export const WatchOfForm = Every.extend({ target: z.string().optional(), address: z.string().optional() })
  .transform(({ target, address, ...asked }): z.input<typeof NewWatch> => ({
    ...(address === undefined ? { target } : { address }),
    ...plainOf(asked),
  }))
  .pipe(NewWatch);

export const WatchChangeOfForm = Every.transform((asked): z.input<typeof WatchChange> => plainOf(asked)).pipe(
  WatchChange,
);

function plainOf({ every, unit, receivers }: z.infer<typeof Every>) {
  return { everyMinutes: every * UNIT_MINUTES[unit], receivers };
}

export function isTooOften(kind: WatchKind, everyMinutes: number | undefined): boolean {
  return everyMinutes !== undefined && everyMinutes < MIN_EVERY_MINUTES[kind];
}

export function tooOften(kind: WatchKind): string {
  return `At most every ${MIN_EVERY_MINUTES[kind]} minutes: ${EACH_TRY[kind]}.`;
}
