import { type Logger, pino } from 'pino';
import { requestId } from './request-id';

/** What is bundled apart shares one, so that the level is set once (`lib/server/front/serve.ts`). */
const SHARED = Symbol.for('mxproof.log');

/**
 * One JSON object a line on standard output, with the id of the request that it belongs to. Never a whole id of a check or a mail, the
 * link is the permission to read; never a mailbox; the address of a client at the level `debug` alone.
 */
export const log: Logger = ((globalThis as typeof globalThis & { [SHARED]?: Logger | undefined })[SHARED] ??=
  pino({
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const request = requestId();
      return request === null ? {} : { request };
    },
  }));

/** Enough of an id to find its lines, too little to open the check. */
export function shortId(id: string): string {
  return `${id.slice(0, 6)}…`;
}
