import { AppProblem } from '@/lib/problem';

/** How many event streams may be open. */
export interface StreamLimits {
  /** In all. */
  inAll: number;
  /** For one address. A browser opens one a tab; an office behind one address has some dozens. */
  perAddress: number;
}

export const STREAM_LIMITS: StreamLimits = { inAll: 1_000, perAddress: 50 };

/** The event streams that are open, so that those of one reader stop nobody else. */
export interface StreamRoom {
  /**
   * Takes a place, and only then opens the stream; the place is free again when the events end, or the reader leaves. Throws
   * `too-many-streams`, `too-busy`, and what `open` throws.
   */
  hold<E>(address: string, open: () => Promise<AsyncIterable<E>>): Promise<AsyncIterable<E>>;
}

/** A stream lasts as long as its check, some seconds mostly. */
const RETRY_SECONDS = 10;

export function createStreamRoom({ inAll, perAddress }: StreamLimits): StreamRoom {
  const openOf = new Map<string, number>();
  let open = 0;
  const enter = (address: string) => {
    const own = openOf.get(address) ?? 0;
    const refuse = (code: 'too-many-streams' | 'too-busy', what: string) =>
      new AppProblem(code, {
        say: `${what} are open; try again in ${RETRY_SECONDS} s.`,
        retryAfterSeconds: RETRY_SECONDS,
      });
    if (own >= perAddress) throw refuse('too-many-streams', `${own} event streams of one address`);
    if (open >= inAll) throw refuse('too-busy', `${open} event streams`);
    open++;
    openOf.set(address, own + 1);
  };
  const leave = (address: string) => {
    const left = (openOf.get(address) ?? 1) - 1;
    open--;
    if (left === 0) openOf.delete(address);
    else openOf.set(address, left);
  };
  return {
    async hold(address, openStream) {
      enter(address);
      let isIn = true;
      const over = () => {
        if (isIn) leave(address);
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
