import type { TraceStep } from '@/lib/dns/trace';
import type { CheckEvent, UnnumberedEvent } from './event';
import type { FactName, FactValue } from './facts';
import { createKeeper } from './keeper';
import { reduceCheck } from './reduce';
import type { Report } from './report';

/** Everything a check has seen, written down as it happens: the one place where events get their numbers. */
export interface CheckRecord {
  /** The view so far. */
  report(): Report;
  events(): readonly CheckEvent[];
  /** Gives the event its number and keeps it, of what the other side says as much as `keeper.ts` allows. */
  note(event: UnnumberedEvent): CheckEvent;
  /** Notes a fact. */
  tell<N extends FactName>(name: N, value: FactValue<N>): void;
  /** Notes a step of the trace and returns its number. */
  step(step: Omit<TraceStep, 'n'>): number;
  /** Resolves when the next event is noted. */
  next(): Promise<void>;
}

/** `onEvent` hears of each event when it is noted. */
export function createRecord(
  initial: Report,
  onEvent: (event: CheckEvent) => void = () => undefined,
): CheckRecord {
  const events: CheckEvent[] = [];
  const waiting: (() => void)[] = [];
  const keep = createKeeper();
  let report = initial;
  const note = (unnumbered: UnnumberedEvent): CheckEvent => {
    const event: CheckEvent = { ...keep(unnumbered), seq: events.length + 1 };
    events.push(event);
    report = reduceCheck(report, event);
    onEvent(event);
    for (const resolve of waiting.splice(0)) resolve();
    return event;
  };
  return {
    report: () => report,
    events: () => events,
    note,
    tell(name, value) {
      note(factEvent(name, value));
    },
    step(step) {
      const n = report.trace.steps.length + 1;
      note({ type: 'dns.step', step: { n, ...step } });
      return n;
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

/** Sound: name and value are of one fact by the type of `tell`. */
function factEvent<N extends FactName>(name: N, value: FactValue<N>): UnnumberedEvent {
  return { type: 'fact', name, value } as UnnumberedEvent;
}
