import { AppProblem } from '@/lib/problem';

/** Lets work begin as long as what it holds in memory fits; more waits in order. */
export interface OctetGate {
  /** Resolves when these octets fit, with what gives them back. Throws `too-many-reports` when too many wait already. */
  enter(octets: number): Promise<() => void>;
}

const RETRY_SECONDS = 30;

/** `most`: octets inside at once, at least as much as the largest that may come; `mostWaiting`: how many may wait. */
export function createOctetGate(most: number, mostWaiting: number): OctetGate {
  const waiting: { octets: number; begin: () => void }[] = [];
  let inside = 0;

  const admit = (): void => {
    for (let first = waiting[0]; first !== undefined && inside + first.octets <= most; first = waiting[0]) {
      waiting.shift();
      inside += first.octets;
      first.begin();
    }
  };

  return {
    async enter(octets) {
      if (waiting.length >= mostWaiting)
        throw new AppProblem('too-many-reports', {
          say: `${waiting.length} messages wait already; try again in ${RETRY_SECONDS} s.`,
          retryAfterSeconds: RETRY_SECONDS,
        });
      await new Promise<void>((resolve) => {
        waiting.push({ octets, begin: resolve });
        admit();
      });
      let isInside = true;
      return () => {
        if (isInside) inside -= octets;
        isInside = false;
        admit();
      };
    },
  };
}
