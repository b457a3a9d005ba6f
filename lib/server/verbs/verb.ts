import { AppProblem } from '@/lib/problem';
import type { Services } from '../engine/services';
import { type Caller, may, type Right } from './caller';

/** Something that people and programs ask mxproof for. It knows who asks, and nothing but what it is given. */
export interface Verb<Input, Output> {
  (caller: Caller, input: Input, services: Services): Promise<Output>;
  /** What the caller has to have. */
  readonly right?: Right;
  /** Whether it is free and changes nothing. */
  readonly isQuery?: true;
  /** Of a query: what differs whenever what it gives does, for less than that; null when there is no less. */
  readonly stamp?: Ask<Input, unknown>;
}

type Ask<Input, Output> = (caller: Caller, input: Input, services: Services) => Promise<Output>;

/** A verb for those who have a right. Throws `not-permitted` for others, before anything is done. */
export function verb<Input, Output>(
  right: Right,
  run: (caller: Caller, input: Input, services: Services) => Output | Promise<Output>,
): Verb<Input, Output> {
  const permitted = async (caller: Caller, input: Input, services: Services) => {
    permit(caller, right);
    return run(caller, input, services);
  };
  return Object.assign(permitted, { right });
}

/** A verb that tells what is so now: it is free, changes nothing, and so may be asked again whenever one likes. */
export function query<Input, Output>(
  right: Right,
  run: (caller: Caller, input: Input, services: Services) => Output | Promise<Output>,
  stamp?: Ask<Input, unknown>,
): Verb<Input, Output> {
  const permitted = stamp && verb(right, stamp);
  return Object.assign(verb(right, run), {
    isQuery: true as const,
    ...(permitted !== undefined && { stamp: permitted }),
  });
}

/** Throws `not-permitted` when the caller has not got the right. */
export function permit(caller: Caller, right: Right): void {
  if (!may(caller, right)) throw notPermitted();
}

export function notPermitted(
  say = 'Not everybody may do this here: whoever runs this mxproof says who may.',
): AppProblem {
  return new AppProblem('not-permitted', { say });
}
