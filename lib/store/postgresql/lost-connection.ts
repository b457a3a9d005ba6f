import { troubleOf } from '../trouble';

/** As pg and its pool word it, or of the system, which the adapter knows in part. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || LOST.test(error.message);
}

const LOST =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout)/;

/** The same error; that a connection has ended with a code, where it is said by words alone. */
export function withCodeOfLost(error: unknown): unknown {
  if (troubleOf(error) !== null || !isLostConnection(error)) return error;
  return new Error('the connection has ended', { cause: { kind: 'ConnectionClosed', error } });
}
