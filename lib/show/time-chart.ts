import type { Outline } from '@/lib/report/outline';

/** What is measured of a session, in the order in which it happens. */
const MEASURES = ['connectMs', 'greetingMs', 'totalMs'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_WORD: Readonly<Record<Measure, string>> = {
  connectMs: 'connect',
  greetingMs: 'greeting',
  totalMs: 'whole session',
};

/** One exchange over time: each measure as points in hundredths of the chart, the last and the longest in milliseconds. */
export interface TimeChart {
  exchange: string;
  lines: { measure: Measure; points: { x: number; y: number }[]; last: number; most: number }[];
  /** The top of the chart, in milliseconds. */
  most: number;
}

/** Exchanges that are drawn: those of the newest check. */
const MOST_CHARTS = 6;

/** How long the exchanges of a domain took, at checks from the newest to the oldest; of several addresses, the slowest. */
export function timeCharts(checks: readonly { at: string; outline: Outline }[]): TimeChart[] {
  const measured = [...checks].reverse().filter(({ outline }) => outline.sessions.length > 0);
  const names = new Set(measured.at(-1)?.outline.sessions.map(({ exchange }) => exchange));
  return [...names].slice(0, MOST_CHARTS).flatMap((exchange) => chartOf(exchange, measured));
}

function chartOf(exchange: string, checks: readonly { at: string; outline: Outline }[]): TimeChart[] {
  const times = checks.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  const series = MEASURES.map((measure) => ({
    measure,
    values: checks.flatMap(({ at, outline }) => {
      const ms = slowest(outline, exchange, measure);
      return ms === null ? [] : [{ at: Date.parse(at), ms }];
    }),
  })).filter(({ values }) => values.length > 1);
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map(({ ms }) => ms)));
  if (span === 0 || most === 0) return [];
  const lines = series.map(({ measure, values }) => ({
    measure,
    points: values.map(({ at, ms }) => ({
      x: round(((at - first) / span) * 100),
      y: round(100 - (ms / most) * 100),
    })),
    last: values.at(-1)?.ms ?? 0,
    most: Math.max(...values.map(({ ms }) => ms)),
  }));
  return lines.length === 0 ? [] : [{ exchange, lines, most }];
}

function slowest({ sessions }: Outline, exchange: string, measure: Measure): number | null {
  const values = sessions.flatMap((session) =>
    session.exchange === exchange && session[measure] !== null ? [session[measure]] : [],
  );
  return values.length === 0 ? null : Math.max(...values);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
