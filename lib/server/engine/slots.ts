import type { Slot } from './queue';

/** How many checks may run at once, in all and of one caller. */
export interface SlotLimits {
  atOnce: number;
  atOnceOfCaller: number;
}

/** The places of one process for checks that run at once. */
export interface Slots {
  hasRoom(): boolean;
  mayHaveOne(caller: string): boolean;
  /** Callers who have as many as they may. */
  full(): string[];
  /** Gives one to whoever wants theirs back, as far as there is room. */
  giveBack(): void;
  /** Takes one for a check, until it ends. */
  open(caller: string): Slot & { end(): void };
  /** How many are taken. */
  taken(): number;
}

/** `onChange` is called when one has become free, or is wanted back. */
export function createSlots({ atOnce, atOnceOfCaller }: SlotLimits, onChange: () => void): Slots {
  /** By caller. */
  const takenBy = new Map<string, number>();
  /** Checks that have lent theirs and want it back, in the order in which they asked. */
  const returning: { caller: string; back(): void }[] = [];

  const taken = (): number => [...takenBy.values()].reduce((sum, slots) => sum + slots, 0);
  const take = (caller: string): void => void takenBy.set(caller, (takenBy.get(caller) ?? 0) + 1);
  const give = (caller: string): void => {
    const left = (takenBy.get(caller) ?? 0) - 1;
    if (left > 0) takenBy.set(caller, left);
    else takenBy.delete(caller);
  };
  const hasRoom = (): boolean => taken() < atOnce;
  const mayHaveOne = (caller: string): boolean => (takenBy.get(caller) ?? 0) < atOnceOfCaller;

  return {
    hasRoom,
    mayHaveOne,
    taken,
    full: () => [...takenBy.keys()].filter((caller) => !mayHaveOne(caller)),
    giveBack() {
      while (hasRoom()) {
        const at = returning.findIndex(({ caller }) => mayHaveOne(caller));
        if (at === -1) return;
        returning.splice(at, 1)[0]?.back();
      }
    },
    open(caller) {
      let isTaken = true;
      let hasEnded = false;
      take(caller);
      const leave = (): void => {
        if (isTaken) give(caller);
        isTaken = false;
      };
      return {
        lend() {
          if (!isTaken) return;
          leave();
          onChange();
        },
        takeBack: () =>
          new Promise((resolve) => {
            if (isTaken) return resolve();
            const back = (): void => {
              if (!hasEnded) {
                take(caller);
                isTaken = true;
              }
              resolve();
            };
            returning.push({ caller, back });
            onChange();
          }),
        end() {
          hasEnded = true;
          leave();
        },
      };
    },
  };
}
