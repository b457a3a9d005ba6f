import type { CheckEvent } from '@/lib/report/event';
import type { StoredEvent } from '@/lib/report/stored-evidence';

/** The events of checks that wait or run, for everybody who follows one. */
export interface Feed {
  /**
   * Everything after event number `after`, then what happens, up to `done`, as the stream has it; null when no such check waits or runs.
   * Numbers rise; one may be missing only where a judgement was.
   */
  follow(id: string, after: number): Promise<AsyncIterable<StoredEvent> | null>;
}

/** Where events come from that are followed in this process. */
export interface Publisher {
  /** A check is under way, and may be followed from now on. */
  open(id: string): void;
  /** Hands an event to all who follow. The events of a check are numbered from 1 without a gap; the last is `done`. */
  publish(id: string, event: CheckEvent): void;
  /** Forgets a check that is kept elsewhere; those who follow it get the rest of what was published. */
  close(id: string): void;
}
