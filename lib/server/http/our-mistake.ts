import { AppProblem } from '@/lib/problem';
import { log } from '../config/log';
import { requestId } from '../config/request-id';

/** Logs a bug of ours; what is told of it says under which request the log has it, and nothing else. */
export function ourMistake(error: unknown, what: string, about: object = {}): AppProblem {
  log.error({ ...about, err: error }, what);
  const id = requestId();
  const where = id === null ? 'It was logged.' : `The log has it under the request ${id}.`;
  return new AppProblem('internal', { say: `Something went wrong on this side. ${where}` });
}
