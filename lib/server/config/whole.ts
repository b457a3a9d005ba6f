import { z } from 'zod';

/** A whole number of the environment within bounds; `words` say which: "a port from 1 to 65535". */
export function whole(min: number, max: number, words: string) {
  return z
    .string()
    .regex(/^\d{1,9}$/, `must be ${words}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be ${words}`);
}
