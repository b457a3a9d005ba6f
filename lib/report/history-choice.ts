import { z } from 'zod';
import { VerdictOutcome } from './finding';
import type { HistoryKind } from './history-kind';

/** What a check came to, as far as it has ended. */
export const CheckOutcome = z.enum([...VerdictOutcome.options, 'under-way']);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

/** Which lines of a domain's history are wanted; all that is not given. */
export interface HistoryChoice {
  only?: HistoryKind | undefined;
  /** Checks of this mailbox alone. */
  of?: string | undefined;
  /** Checks that came to this, alone. */
  outcome?: CheckOutcome | undefined;
}
