import { AppProblem } from '@/lib/problem';

/** Memory that foreign mail may take, shared by all who hand some over. */
export interface MemoryRoom {
  /** A part of it, empty at first. Throws `too-many-reports` when too many have one already. */
  open(): RoomShare;
}

export interface RoomShare {
  /** Resolves when so many octets more fit. Whoever came first always goes on, so that nobody waits for ever. */
  take(octets: number): Promise<void>;
  /** Gives everything back. */
  leave(): void;
}

const RETRY_SECONDS = 30;

interface Share {
  taken: number;
  waiting: { octets: number; go: () => void } | null;
}

/** `most`: octets taken in all, beside those of whoever came first; `mostShares`: how many may have a part at once. */
export function createMemoryRoom(most: number, mostShares: number): MemoryRoom {
  const shares = new Set<Share>(); // in the order in which they came
  const fits = (share: Share, octets: number) => {
    const [first] = shares;
    const taken = [...shares].reduce((sum, one) => sum + one.taken, 0);
    return share === first || taken + octets <= most;
  };
  const goOn = () => {
    for (const share of shares) {
      if (share.waiting === null || !fits(share, share.waiting.octets)) continue;
      share.taken += share.waiting.octets;
      share.waiting.go();
      share.waiting = null;
    }
  };
  return {
    open() {
      if (shares.size >= mostShares)
        throw new AppProblem('too-many-reports', {
          say: `${shares.size} messages are being handed over already; try again in ${RETRY_SECONDS} s.`,
          retryAfterSeconds: RETRY_SECONDS,
        });
      const share: Share = { taken: 0, waiting: null };
      shares.add(share);
      return {
        take: (octets) =>
          new Promise((go) => {
            share.waiting = { octets, go };
            goOn();
          }),
        leave() {
          shares.delete(share);
          goOn();
        },
      };
    },
  };
}
