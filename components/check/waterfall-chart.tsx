import type { Report } from '@/lib/report/report';
import { showMs } from '@/lib/show/duration';
import { wayTimes } from '@/lib/show/way-times';
import { waterfallOf, type BarKind, type WaterfallRow } from '@/lib/show/waterfall';
import { PART_WORD } from '@/lib/show/page-parts';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';

const FILL: Record<BarKind, string> = {
  dns: 'fill-link',
  connect: 'fill-soft',
  tls: 'fill-lock',
  smtp: 'fill-good',
  bad: 'fill-bad',
  wait: 'fill-wait',
};

const KIND_WORD: Record<BarKind, string> = {
  dns: 'DNS query',
  connect: 'connection',
  tls: 'TLS',
  smtp: 'reply',
  bad: 'refusal',
  wait: 'waited in vain or put off',
};

/** Where the time went: everything on one axis. Drawn as SVG, so that it prints and needs no script. */
export function WaterfallChart({ report }: { report: Report }) {
  const { rows, totalMs } = waterfallOf(report);
  if (rows.length === 0) return null;
  const kinds = [...new Set(rows.flatMap((row) => row.bars.map((bar) => bar.kind)))];
  return (
    <Section id="time" title={PART_WORD.time} about={wayTimes(report) || `one axis, 0 to ${showMs(totalMs)}`}>
      <Panel long className="px-4 py-3.5">
        <p className="text-soft text-fine mb-2 flex flex-wrap gap-x-4 gap-y-1">
          {kinds.map((kind) => (
            <span key={kind} className="inline-flex items-center gap-1.5">
              <svg aria-hidden width="10" height="10">
                <rect width="10" height="10" rx="2" className={FILL[kind]} />
              </svg>
              {KIND_WORD[kind]}
            </span>
          ))}
        </p>
        <ol>
          {rows.map((row) => (
            <Row key={row.anchor} row={row} />
          ))}
        </ol>
        <p className="text-soft text-fine mt-1.5">
          One axis, 0 to {showMs(totalMs)}. “Beside it”: comparisons, signatures and who we are, for which no
          mail waits.
        </p>
      </Panel>
    </Section>
  );
}

function Row({ row }: { row: WaterfallRow }) {
  return (
    <li className="text-fine grid grid-cols-[110px_minmax(0,1fr)_60px] items-center gap-2.5 font-mono leading-6 md:grid-cols-[270px_minmax(0,1fr)_64px]">
      <a href={`#${row.anchor}`} className="text-ink truncate" title={row.label}>
        {row.label}
      </a>
      <svg width="100%" height="12" className="axis block" aria-hidden>
        {row.bars.map((bar, index) => (
          <rect
            key={index}
            x={`${bar.from}%`}
            y="1"
            width={`${bar.width}%`}
            height="10"
            rx="1.5"
            className={FILL[bar.kind]}
          >
            <title>{bar.about}</title>
          </rect>
        ))}
      </svg>
      <span className="text-soft text-right tabular-nums">{row.took}</span>
    </li>
  );
}
