import { z } from 'zod';
import { VerdictOutcome } from '../report/finding';

/** How a batch goes on; `reading`: its list is taken, and its targets are being written down; `done`: every target has ended. */
export const BatchState = z.enum(['reading', 'running', 'paused', 'stopped', 'done']);
export type BatchState = z.infer<typeof BatchState>;

/** How far the checks of a batch go: none sends a message. */
export const BatchDepth = z.enum(['greeting', 'envelope']);
export type BatchDepth = z.infer<typeof BatchDepth>;

/** Where a line of the list is; `invalid`: it is no target; `left-out`: the batch was stopped before its turn. */
export const TargetState = z.enum(['invalid', 'waiting', 'running', 'done', 'left-out']);
export type TargetState = z.infer<typeof TargetState>;

/** What came of a target; `interrupted`: mxproof ended while it was talking to a server. */
export const TargetOutcome = z.enum([...VerdictOutcome.options, 'interrupted']);
export type TargetOutcome = z.infer<typeof TargetOutcome>;

/** What came of a target, against the former run of the list; `new`: that did not come to its end there. */
export const TargetChange = z.enum(['same', 'better', 'worse', 'other', 'new']);
export type TargetChange = z.infer<typeof TargetChange>;

/** Many targets that are checked one after the other. */
export interface Batch {
  id: string;
  createdAt: Date;
  /** As whoever started it calls the list; may be empty. */
  name: string;
  /** Who has started it; null: somebody who was not signed in. */
  startedBy: string | null;
  depth: BatchDepth;
  state: BatchState;
  endedAt: Date | null;
  /** The run of the same list before this one. */
  formerId: string | null;
  /** Different targets. */
  targets: number;
  /** Different lines that are none. */
  invalid: number;
  /** Lines that name one again. */
  repeats: number;
}

/** One line of a batch. */
export interface BatchTarget {
  /** Its place in the list, from 0. */
  position: number;
  line: number;
  lines: number;
  input: string;
  state: TargetState;
  /** Why it is no target. */
  problem: { code: string; say: string } | null;
  /** Its check, as long as that is kept. */
  checkId: string | null;
  outcome: TargetOutcome | null;
  headline: string | null;
  /** Codes of the findings that count, the deciding one first. */
  findings: string[];
  change: TargetChange | null;
}

/** How many targets are where. */
export interface BatchCounts {
  states: Record<TargetState, number>;
  outcomes: Partial<Record<TargetOutcome, number>>;
  changes: Partial<Record<TargetChange, number>>;
  /** By code, most first. */
  findings: { code: string; count: number }[];
}
