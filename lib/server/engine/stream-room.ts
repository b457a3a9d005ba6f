import { AppProblem } from '@/lib/problem';
import type { Limits } from '../config/limits';

type StreamLimits = Pick<Limits, 'streams' | 'streamsPerCaller'>;

/** The event streams that are open, so that those of one reader stop nobody else. */
export interface StreamRoom {
  /**
   * Takes a place, and only then opens the stream; the place is free again when the events end, or the reader leaves. Throws
   * `too-many-streams`, `too-busy`, and what `open` throws.
   */
  hold<E>(caller: string, open: () => Promise<AsyncIterable<E>>): Promise<AsyncIterable<E>>;
}

/** A stream lasts as long as its check, some seconds mostly. */
const RETRY_SECONDS = 10;

export function createStreamRoom({ streams, streamsPerCaller }: StreamLimits): StreamRoom {
  const openOf = new Map<string, number>();
  let open = 0;
  const enter = (caller: string) => {
    const own = openOf.get(caller) ?? 0;
    const refuse = (code: 'too-many-streams' | 'too-busy', what: string) =>
      new AppProblem(code, {
        say: `${what} are open; try again in ${RETRY_SECONDS} s.`,
        retryAfterSeconds: RETRY_SECONDS,
      });
    if (own >= streamsPerCaller) throw refuse('too-many-streams', `${own} event streams of one caller`);
    if (open >= streams) throw refuse('too-busy', `${open} event streams`);
    open++;
    openOf.set(caller, own + 1);
  };
  const leave = (caller: string) => {
    const left = (openOf.get(caller) ?? 1) - 1;
    open--;
    if (left === 0) openOf.delete(caller);
    else openOf.set(caller, left);
  };
  return {
    async hold(caller, openStream) {
      enter(caller);
      let isIn = true;
      const over = () => {
        if (isIn) leave(caller);
        isIn = false;
      };
      try {
        return leaving(await openStream(), over);
      } catch (error) {
        over();
        throw error;
      }
    },
  };
}

/** The same events, and a word when they are over, also for a reader who leaves before the first. */
function leaving<E>(events: AsyncIterable<E>, over: () => void): AsyncIterable<E> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = events[Symbol.asyncIterator]();
      return {
        async next() {
          try {
            const result = await iterator.next();
            if (result.done === true) over();
            return result;
          } catch (error) {
            over();
            throw error;
          }
        },
        async return() {
          over();
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
