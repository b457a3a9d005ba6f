import { pino } from 'pino';

/** One JSON object a line on standard output. Never logs a whole id: the link is the permission to read. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Enough of an id to find its lines, too little to open the check. */
export function shortId(id: string): string {
  return `${id.slice(0, 6)}…`;
}
