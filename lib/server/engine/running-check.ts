import { setMaxListeners } from 'node:events';
import type { CheckPlan } from '@/lib/check/plan';
import { type CheckEvent, type EvidenceEvent, isEvidence } from '@/lib/report/event';
import { type CheckRecord, createRecord } from '@/lib/report/record';
import type { NewCheck } from '@/lib/store/store';
import type { EventWriter } from './event-writer';
import { newReport } from './stored-report';

/** A check that waits or runs, in memory. */
export interface RunningCheck {
  readonly id: string;
  /** Who has started it, by the key that tells callers apart; undefined for a repetition. */
  readonly caller: string | undefined;
  /** The first check, of which this one is a repetition. */
  readonly retestOf: string | undefined;
  /** The notice that it was started from. */
  readonly noticeId: string | undefined;
  /** The check after which somebody has run it again. */
  readonly formerId: string | undefined;
  /** The watch that has started it. */
  readonly watchId: string | undefined;
  /** The batch that has started it. */
  readonly batchId: string | undefined;
  readonly plan: CheckPlan;
  /** Aborted to end it before its time. */
  readonly ending: AbortController;
  /** What it has seen. */
  readonly record: CheckRecord;
  /** Brings what it has seen to the database. */
  readonly writer: Pick<EventWriter<unknown>, 'settle'>;
}

/** Where its events go. */
interface Outlets {
  writer: EventWriter<EvidenceEvent>;
  /** Hears of each event when it is noted. */
  publish(event: CheckEvent): void;
}

export function createRunningCheck(
  check: NewCheck,
  plan: CheckPlan,
  { writer, publish }: Outlets,
): RunningCheck {
  const ending = new AbortController();
  // Every question and session under way listens to it; the budgets bound them.
  setMaxListeners(0, ending.signal);
  const record = createRecord(newReport(check), (event) => {
    if (isEvidence(event)) writer.add(event);
    publish(event);
  });
  const { id, caller, retestOf, noticeId, formerId, watchId, batchId } = check;
  return { id, caller, retestOf, noticeId, formerId, watchId, batchId, plan, ending, record, writer };
}
