import { clsx } from 'clsx';
import type { Tally } from '@/lib/complaint/mail-summary';
import type { DayChart } from '@/lib/show/day-chart';
import { categoryWord } from '@/lib/show/category-words';
import { Panel } from '@/components/ui/panel';

/** Fill by rank: the most frequent is the strongest. Words and numbers stand beside it. */
const FILLS = ['fill-link', 'fill-wait', 'fill-good', 'fill-bad', 'fill-lock', 'fill-edge'] as const;
const SWATCHES = ['bg-link', 'bg-wait', 'bg-good', 'bg-bad', 'bg-lock', 'bg-edge'] as const;
const OTHERS = 5;

/** Of each list: a wave has few causes. */
const TALLIES_SHOWN = 5;

/** What was handed over by day and category, and what most of it has in common. */
export function MailChart({ chart, what }: { chart: DayChart; what: string }) {
  const { bars, most, categories, common } = chart;
  const rank = (category: string) =>
    Math.min(
      OTHERS,
      categories.findIndex(({ name }) => name === category),
    );
  const first = bars[0]?.day ?? '';
  return (
    <Panel className="grid gap-6 p-4.5 md:grid-cols-[minmax(0,1fr)_280px]">
      <figure>
        <svg
          role="img"
          aria-label={`${what} a day since ${first}: at most ${most}`}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="border-edge block h-36 w-full border-b"
        >
          {bars.map((bar) => (
            <g key={bar.day}>
              <title>{`${bar.day}: ${bar.total}`}</title>
              {bar.parts.map((part) => (
                <rect
                  key={part.category}
                  x={bar.left}
                  width={bar.width}
                  y={part.top}
                  height={part.height}
                  className={FILLS[rank(part.category)]}
                />
              ))}
            </g>
          ))}
        </svg>
        <figcaption className="text-soft mt-1 flex justify-between text-xs tabular-nums">
          <span>{first}</span>
          <span>at most {most} a day</span>
          <span>{bars.at(-1)?.day}</span>
        </figcaption>
        <ul className="text-note mt-3 flex flex-wrap gap-x-4 gap-y-1">
          {categories.map(({ name, count }) => (
            <li key={name} className="flex items-center gap-1.5">
              <span aria-hidden className={clsx('size-2.5 rounded-xs', SWATCHES[rank(name)])} />
              {categoryWord(name)} <span className="tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
      </figure>
      <div className="grid min-w-0 content-start gap-4">
        {common.map(({ title, tallies }) => (
          <Tallies key={title} title={title} tallies={tallies} />
        ))}
      </div>
    </Panel>
  );
}

function Tallies({ title, tallies }: { title: string; tallies: readonly Tally[] }) {
  const most = tallies[0]?.count ?? 1;
  return (
    <div className="min-w-0">
      <h3 className="text-soft text-note mb-1.5">{title}</h3>
      <ol className="grid gap-1.5">
        {tallies.slice(0, TALLIES_SHOWN).map(({ name, count }) => (
          <li key={name} className="text-sm">
            <span className="flex justify-between gap-3">
              <span className="text-note min-w-0 truncate font-mono" title={name}>
                {name}
              </span>
              <span className="tabular-nums">{count}</span>
            </span>
            <svg aria-hidden width="100%" height="4" className="block">
              <rect width="100%" height="4" rx="2" className="fill-faint" />
              <rect width={`${(count / most) * 100}%`} height="4" rx="2" className="fill-link" />
            </svg>
          </li>
        ))}
      </ol>
      {tallies.length > TALLIES_SHOWN && (
        <p className="text-soft text-note mt-1.5">and {tallies.length - TALLIES_SHOWN} more</p>
      )}
    </div>
  );
}
