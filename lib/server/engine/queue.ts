import type { Priority } from '@/lib/store/priority';

/**
 * Checks that wait for their turn, by id: those of a lower priority after all others; within one, callers take turns, and the checks of
 * one caller go first come first served.
 */
export interface Queue {
  /**
   * Begins to serve; called once, before anything comes. `run` is called when the turn of a check comes, and never rejects. Of one
   * caller no more than `atOnceOfCaller` have a slot at once.
   */
  serve(work: { atOnce: number; atOnceOfCaller: number; run(id: string, slot: Slot): Promise<void> }): void;
  /** Puts a check behind the others of its caller and priority; its turn may come at once. `caller` is any key that tells callers apart. */
  enqueue(id: string, caller: string, priority: Priority): Promise<void>;
  /** Takes a check out that waits. False when it does not: its turn has come, or it was never here. */
  cancel(id: string): Promise<boolean>;
  /** Its place among those that wait, from 1, when nobody else comes and no caller has too many at once; null when it does not wait. */
  place(id: string): Promise<number | null>;
  counts(): Promise<QueueCounts>;
  /** How many checks of a caller have not ended. */
  of(caller: string): Promise<number>;
  /** Lets no turn come any more; resolves when what runs has ended. What waits goes on waiting. */
  close(): Promise<void>;
}

/** The place of a check among those that run at once. */
export interface Slot {
  /** Lends it to others while the check has nothing to do. */
  lend(): void;
  /** Resolves when the check has one again; before those whose turn has not come yet. Also after `close`. */
  takeBack(): Promise<void>;
}

export interface QueueCounts {
  /** Checks whose turn has come, also those that have lent their slot. */
  running: number;
  /** Of these, checks that have lent it. */
  lent: number;
  queued: number;
}
