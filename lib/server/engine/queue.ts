/** Checks that wait for their turn, by id, first come first served. */
export interface Queue {
  /** Begins to serve; called once, before anything comes. `run` is called when the turn of a check comes, and never rejects. */
  serve(work: { atOnce: number; run(id: string): Promise<void> }): void;
  /** Puts a check at the end, whose turn may come at once. */
  enqueue(id: string): Promise<void>;
  /** Takes a check out that waits. False when it does not: its turn has come, or it was never here. */
  cancel(id: string): Promise<boolean>;
  /** Its place among those that wait, from 1; null when it does not wait. */
  place(id: string): Promise<number | null>;
  counts(): Promise<QueueCounts>;
  /** Lets no turn come any more; resolves when what runs has ended. What waits goes on waiting. */
  close(): Promise<void>;
}

export interface QueueCounts {
  running: number;
  queued: number;
}
