import type { CheckEvent } from '@/lib/report/event';

/** The events of checks under way, for everybody who follows one. */
export interface Feed {
  /** A check is under way, and may be followed from now on. */
  open(id: string): void;
  /** Hands an event to all who follow. The events of a check are numbered from 1 without a gap; the last is `done`. */
  publish(id: string, event: CheckEvent): void;
  /** Everything after event number `after`, then what happens, up to `done`; null when no such check is open. */
  follow(id: string, after: number): Promise<AsyncIterable<CheckEvent> | null>;
  /** Forgets a check that is kept elsewhere; those who follow it get the rest of what was published. */
  close(id: string): void;
}
