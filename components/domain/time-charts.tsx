import { clsx } from 'clsx';
import { showMs } from '@/lib/show/duration';
import { type Measure, MEASURE_WORD, type TimeChart } from '@/lib/show/time-chart';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';

/** Told apart by form as well as by colour. */
const STROKES: Readonly<Record<Measure, { line: string; dashes?: string; swatch: string }>> = {
  connectMs: { line: 'stroke-link', dashes: '1 3', swatch: 'bg-link' },
  greetingMs: { line: 'stroke-wait', dashes: '5 3', swatch: 'bg-wait' },
  totalMs: { line: 'stroke-ink', swatch: 'bg-ink' },
};

/** How long each exchange of a domain took. */
export function TimeCharts({ charts }: { charts: readonly TimeChart[] }) {
  if (charts.length === 0) return null;
  return (
    <Fold className="mt-4" summary="How long the mail servers took">
      <div className="mt-2 grid gap-4 md:grid-cols-2">
        {charts.map((chart) => (
          <Chart key={chart.exchange} chart={chart} />
        ))}
      </div>
    </Fold>
  );
}

function Chart({ chart: { exchange, lines, most } }: { chart: TimeChart }) {
  const said = lines.map(
    ({ measure, last, most: longest }) =>
      `${MEASURE_WORD[measure]} ${showMs(last)}, at most ${showMs(longest)}`,
  );
  return (
    <Panel as="figure" className="min-w-0 px-4 py-3">
      <figcaption className="flex justify-between gap-3 text-sm">
        <span className="min-w-0 truncate font-mono" title={exchange}>
          {exchange}
        </span>
        <span className="text-soft text-note whitespace-nowrap tabular-nums">up to {showMs(most)}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${exchange}: ${said.join('; ')}`}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="border-edge my-2 block h-24 w-full border-b"
      >
        {lines.map(({ measure, points }) => (
          <polyline
            key={measure}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            className={clsx('fill-none', STROKES[measure].line)}
            strokeWidth="1.5"
            strokeDasharray={STROKES[measure].dashes}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <ul className="text-note flex flex-wrap gap-x-4 gap-y-1">
        {lines.map(({ measure, last }) => (
          <li key={measure} className="flex items-center gap-1.5">
            <span aria-hidden className={clsx('size-2.5 rounded-xs', STROKES[measure].swatch)} />
            {MEASURE_WORD[measure]} <span className="tabular-nums">{showMs(last)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
