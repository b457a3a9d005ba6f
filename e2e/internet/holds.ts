/** Answers that a practice MTA keeps back until a test wants them: no clock decides how long a check goes on. */
export interface Holds {
  untilReleased(recipient: string): Promise<void>;
  /** Lets the answers about this recipient go, those to come as well. */
  release(recipient: string): void;
}

export function createHolds(): Holds {
  const released = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  return {
    untilReleased: (recipient) =>
      new Promise((resolve) => {
        if (released.has(recipient)) resolve();
        else waiting.set(recipient, [...(waiting.get(recipient) ?? []), resolve]);
      }),
    release(recipient) {
      released.add(recipient);
      for (const resolve of waiting.get(recipient) ?? []) resolve();
      waiting.delete(recipient);
    },
  };
}
