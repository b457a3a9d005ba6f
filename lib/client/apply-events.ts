import type { CheckEvent } from '@/lib/report/event';
import { reduceCheck } from '@/lib/report/reduce';
import type { Report } from '@/lib/report/report';

/** The report after these events; what it has seen already is passed over, so a stream may begin anywhere. */
export function applyEvents(report: Report, events: readonly CheckEvent[]): Report {
  let next = report;
  for (const event of events) if (event.seq > (next.seq ?? 0)) next = reduceCheck(next, event);
  return next;
}

/** The report that knows more. Answers may overtake each other. */
export function newerReport(a: Report | undefined, b: Report): Report {
  return a && (a.seq ?? 0) > (b.seq ?? 0) ? a : b;
}
