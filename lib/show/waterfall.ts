import type { Report } from '@/lib/report/report';
import { groupBy } from '@/lib/group-by';
import type { TraceStep } from '@/lib/dns/trace';
import type { Session } from '@/lib/smtp/session';
import { dotted } from './chain';
import { showMs } from './duration';
import { mailSteps } from './mail-queries';
import { stagesSoFar } from './stages-so-far';
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

type Timed = Pick<Report, 'trace' | 'route' | 'sessions'>;

/**
 * Everything that took time, on one axis: a row for each zone of the mail's way and one for each session, stage by stage. What no
 * mail waits for is one row at the end.
 */
export function waterfallOf(report: Timed): Waterfall {
  const way = waySteps(report);
  const beside = report.trace.steps.filter((step) => !way.includes(step));
  const rows = [...zoneRows(way), ...report.sessions.map(sessionRow), ...besideRow(beside)].filter(
    (row) => row.spans.length > 0,
  );
  const totalMs = Math.max(1, ...rows.flatMap((row) => row.spans.map((span) => span.fromMs + span.ms)));
  return { totalMs, rows: rows.map((row) => toShares(row, totalMs)) };
}

/** What one e-mail needs, with the same questions to servers that gave no usable answer; without a route, all that was walked. */
function waySteps({ trace, route }: Timed): TraceStep[] {
  const walked = trace.steps.filter((step) => step.for === 'mail');
  if (route === null || route.kind === 'unresolved') return walked;
  const needed = mailSteps({ trace, route });
  const asked = new Set(needed.map(questionOf));
  return trace.steps.filter(
    (step) => needed.includes(step) || (walked.includes(step) && asked.has(questionOf(step))),
  );
}

function questionOf({ zone, question }: TraceStep): string {
  return `${zone} ${question.name} ${question.type}`;
}

function zoneRows(steps: readonly TraceStep[]): SpanRow[] {
  return groupBy(steps, ({ zone }) => zone).map((asked) => ({
    label: asked[0].zone === '.' ? '. (root)' : dotted(asked[0].zone),
    anchor: `dns-${asked[0].n}`,
    spans: asked.map(stepSpan),
  }));
}

/** Comparisons, what the domain publishes, and who we are. */
function besideRow(steps: readonly TraceStep[]): SpanRow[] {
  const [first] = steps;
  if (first === undefined) return [];
  const label = steps.length === 1 ? '1 query beside it' : `${steps.length} queries beside it`;
  return [{ label, anchor: 'queries', spans: besideSpans(steps) }];
}

function stepSpan(step: TraceStep): Span {
  return {
    kind: isHeard(step) ? 'dns' : 'wait',
    fromMs: step.atMs,
    ms: step.ms,
    about: `${step.server.name} ${step.server.address}: ${STEP_WORD[step.outcome]}, ${showMs(step.ms)}`,
  };
}

/** They go out side by side: what was answered is one bar, what was not is another. */
function besideSpans(steps: readonly TraceStep[]): Span[] {
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
