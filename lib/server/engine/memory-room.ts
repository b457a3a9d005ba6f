import { AppProblem } from '@/lib/problem';

/** Memory that foreign mail may take, shared by all who hand some over. */
export interface MemoryRoom {
  /** A part of it for a caller, empty at first. Throws `too-many-reports` when too many, or too many of theirs, have one already. */
  open(caller: string): RoomShare;
}

export interface RoomShare {
  /** Resolves when so many octets more fit. Whoever came first always goes on, so that nobody waits for ever. */
  take(octets: number): Promise<void>;
  /** Gives everything back. */
  leave(): void;
}

/** How large a room is. */
export interface RoomSize {
  /** Taken at once, beside those of whoever came first. */
  octets: number;
  /** Parts at once. */
  places: number;
  /** Of both, what one caller may have: the octets beside those of their first part. */
  ofCaller: { octets: number; places: number };
}

const RETRY_SECONDS = 30;

interface Share {
  caller: string;
  taken: number;
  waiting: { octets: number; go: () => void } | null;
}

export function createMemoryRoom({ octets: most, places, ofCaller }: RoomSize): MemoryRoom {
  const shares = new Set<Share>(); // in the order in which they came
  const fits = (share: Share, octets: number) => {
    const all = [...shares];
    const own = all.filter(({ caller }) => caller === share.caller);
    if (share === all[0]) return true;
    return (
      besideFirst(all) + octets <= most && (share === own[0] || besideFirst(own) + octets <= ofCaller.octets)
    );
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
    open(caller) {
      const own = [...shares].filter((share) => share.caller === caller).length;
      if (own >= ofCaller.places) throw tooMany(`${own} of one caller`);
      if (shares.size >= places) throw tooMany(String(shares.size));
      const share: Share = { caller, taken: 0, waiting: null };
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

/** What came first and comes slowly may be as large as it likes, and holds up nobody. */
function besideFirst([, ...others]: readonly Share[]): number {
  return others.reduce((sum, { taken }) => sum + taken, 0);
}

function tooMany(most: string): AppProblem {
  return new AppProblem('too-many-reports', {
    say: `There is room for ${most} at once, and so many are here already; try again in ${RETRY_SECONDS} s.`,
    retryAfterSeconds: RETRY_SECONDS,
  });
}
