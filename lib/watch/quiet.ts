import { z } from 'zod';

/** Minutes of a day. */
const DAY_MINUTES = 24 * 60;

/** A time of the day in which nobody is told anything, in a place's own time. Ends on the next day when it ends before it begins. */
export const QuietHours = z
  .object({
    from: z
      .int()
      .min(0)
      .max(DAY_MINUTES - 1)
      .describe('minutes since midnight'),
    to: z
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    timeZone: z.string().refine(isTimeZone, 'There is no such time zone.'),
  })
  .refine(({ from, to }) => from !== to, 'Quiet hours end at another time than they begin.');
export type QuietHours = z.infer<typeof QuietHours>;

/** When somebody may be told again; `at` itself when it is not quiet then. */
export function endOfQuiet(at: Date, { from, to, timeZone }: QuietHours): Date {
  const now = minuteIn(at, timeZone);
  const isQuiet = from < to ? now >= from && now < to : now >= from || now < to;
  if (!isQuiet) return at;
  const end = new Date(at.getTime() + ((to - now + DAY_MINUTES) % DAY_MINUTES) * 60_000);
  // The clocks may have been put forward or back meanwhile: by half a day at most.
  const beyond = ((minuteIn(end, timeZone) - to + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2;
  const corrected = new Date(end.getTime() - beyond * 60_000);
  return corrected > at ? corrected : end;
}

function minuteIn(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return of('hour') * 60 + of('minute');
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
