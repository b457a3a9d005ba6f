import type { Report } from '@/lib/report/report';
import { groupBy } from '@/lib/group-by';
import type { TraceStep } from '@/lib/dns/trace';
import type { Session } from '@/lib/smtp/session';
import { showMs } from './duration';
import { stagesSoFar } from './stages-so-far';
import { stepTitle } from './questions';
import { STAGE_WORD, STEP_WORD } from './words';

export type BarKind = 'dns' | 'connect' | 'tls' | 'smtp' | 'bad' | 'wait';

interface Bar {
  kind: BarKind;
  /** Share of the axis, 0…100. */
  from: number;
  width: number;
  about: string;
}

export interface WaterfallRow {
  label: string;
  anchor: string;
  bars: Bar[];
  took: string;
}

export interface Waterfall {
  totalMs: number;
  rows: WaterfallRow[];
}

interface Span {
  kind: BarKind;
  fromMs: number;
  ms: number;
  about: string;
}

interface SpanRow {
  label: string;
  anchor: string;
  spans: Span[];
}

/** Narrower bars could not be seen. In hundredths of the axis. */
const LEAST_WIDTH = 0.4;

/** Everything that took time, on one axis: one row per question resolved, one per session. */
export function waterfallOf(report: Pick<Report, 'trace' | 'sessions'>): Waterfall {
  const rows = [...questionRows(report), ...report.sessions.map(sessionRow)].filter(
    (row) => row.spans.length > 0,
  );
  const totalMs = Math.max(1, ...rows.flatMap((row) => row.spans.map((span) => span.fromMs + span.ms)));
  return { totalMs, rows: rows.map((row) => toShares(row, totalMs)) };
}

function questionRows({ trace }: Pick<Report, 'trace'>): SpanRow[] {
  const walked = trace.steps.filter((step) => step.for !== 'compare');
  const compared = trace.steps.filter((step) => step.for === 'compare');
  return [
    ...groupBy(walked, stepTitle).map((steps) => titled(steps, steps.map(stepSpan))),
    ...groupBy(compared, stepTitle).map((steps) => titled(steps, comparedSpans(steps))),
  ];
}

function titled([first]: [TraceStep, ...TraceStep[]], spans: Span[]): SpanRow {
  return { label: stepTitle(first), anchor: `dns-${first.n}`, spans };
}

function stepSpan(step: TraceStep): Span {
  return {
    kind: isHeard(step) ? 'dns' : 'wait',
    fromMs: step.atMs,
    ms: step.ms,
    about: `${step.server.name} ${step.server.address}: ${STEP_WORD[step.outcome]}, ${showMs(step.ms)}`,
  };
}

/** The questions to every server of a zone go out at once: what was answered is one bar, what was not is another. */
function comparedSpans(steps: readonly TraceStep[]): Span[] {
  const heard = steps.filter(isHeard);
  const unheard = steps.filter((step) => !isHeard(step));
  return [
    ...together(unheard, 'wait', `${unheard.length} without an answer`),
    ...together(heard, 'dns', `${heard.length} answered`),
  ];
}

function isHeard({ outcome }: TraceStep): boolean {
  return outcome !== 'silence' && outcome !== 'unreachable';
}

function together(steps: readonly TraceStep[], kind: BarKind, about: string): Span[] {
  if (steps.length === 0) return [];
  const fromMs = Math.min(...steps.map(({ atMs }) => atMs));
  return [{ kind, fromMs, ms: Math.max(...steps.map(({ atMs, ms }) => atMs + ms)) - fromMs, about }];
}

function sessionRow(session: Session): SpanRow {
  let fromMs = session.atMs;
  const spans = stagesSoFar(session).map((result): Span => {
    const span = {
      kind: result.outcome === 'ok' ? okKind(result.stage) : result.outcome === 'permanent' ? 'bad' : 'wait',
      fromMs,
      ms: result.ms,
      about: `${STAGE_WORD[result.stage]}: ${result.code ?? result.outcome}, ${showMs(result.ms)}`,
    } as const;
    fromMs += result.ms;
    return span;
  });
  return { label: `${session.exchange} ${session.address}`, anchor: `smtp-${session.n}`, spans };
}

function okKind(stage: Session['stages'][number]['stage']): BarKind {
  if (stage === 'connect') return 'connect';
  return stage === 'tls' || stage === 'starttls' ? 'tls' : 'smtp';
}

function toShares(row: SpanRow, totalMs: number): WaterfallRow {
  const start = Math.min(...row.spans.map((span) => span.fromMs));
  const end = Math.max(...row.spans.map((span) => span.fromMs + span.ms));
  return {
    label: row.label,
    anchor: row.anchor,
    took: showMs(end - start),
    bars: row.spans.map(({ kind, fromMs, ms, about }) => {
      const width = Math.max(LEAST_WIDTH, (ms / totalMs) * 100);
      return { kind, about, width, from: Math.min((fromMs / totalMs) * 100, 100 - width) };
    }),
  };
}
