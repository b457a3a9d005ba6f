import { setMaxListeners } from 'node:events';
import { type Channel, createChannel } from '@/lib/check/channel';
import type { CheckEvent, Unnumbered } from '@/lib/report/event';
import { reduceCheck } from '@/lib/report/reduce';
import type { CheckPlan } from '@/lib/check/run';
import type { Report } from '@/lib/report/report';
import type { NewCheck } from '@/lib/store/store';
import { newReport } from './stored-report';

/** A check that waits or runs, in memory, with everybody who follows it. */
export interface RunningCheck {
  readonly id: string;
  /** The first check, of which this one is a repetition. */
  readonly retestOf: string | undefined;
  /** The notice that it was started from. */
  readonly reportMailId: string | undefined;
  readonly plan: CheckPlan;
  /** Aborted to end it before its time. */
  readonly ending: AbortController;
  report(): Report;
  events(): readonly CheckEvent[];
  /** Gives the event its number, keeps it and hands it to everybody who follows. */
  add(event: Unnumbered): CheckEvent;
  /** Everything after event number `after`, then what happens, up to `done`. */
  follow(after: number): AsyncIterable<CheckEvent>;
}

export function createRunningCheck(check: NewCheck, plan: CheckPlan): RunningCheck {
  const events: CheckEvent[] = [];
  const followers = new Set<Channel<CheckEvent>>();
  let report = newReport(check);
  const ending = new AbortController();
  // Every question and session under way listens to it; the budgets bound them.
  setMaxListeners(0, ending.signal);
  return {
    id: check.id,
    retestOf: check.retestOf,
    reportMailId: check.reportMailId,
    plan,
    ending,
    report: () => report,
    events: () => events,
    add(unnumbered) {
      const event: CheckEvent = { ...unnumbered, seq: events.length + 1 };
      events.push(event);
      report = reduceCheck(report, event);
      for (const follower of followers) {
        follower.push(event);
        if (event.type === 'done') follower.end();
      }
      return event;
    },
    async *follow(after) {
      const channel = createChannel<CheckEvent>();
      for (const event of events.slice(Math.max(0, after))) channel.push(event);
      if (events.at(-1)?.type === 'done') channel.end();
      else followers.add(channel);
      try {
        yield* channel;
      } finally {
        followers.delete(channel);
      }
    },
  };
}
