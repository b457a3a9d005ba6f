import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import { branchesOf, chainOf } from '@/lib/show/chain';
import type { Hop, HopRow } from '@/lib/show/hop';
import { mailQueries } from '@/lib/show/mail-queries';
import { isUnderWay } from '@/lib/show/decisive';
import { PART_WORD } from '@/lib/show/page-parts';
import { Fold } from '@/components/ui/fold';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { TONE_TEXT } from '@/components/ui/tone';

/** Servers and addresses shown of one hop before the rest is folded. */
const ROWS_SHOWN = 8;

/** Root → TLD → zone → exchanges → addresses: what a sending server has to find out. */
export function Chain({ report }: { report: Report }) {
  const hops = chainOf(report);
  const branches = branchesOf(report);
  return (
    <Section id="chain" title={PART_WORD.chain} about={queryWords(report)}>
      {hops.length === 0 ? (
        <PanelNote>
          {isUnderWay(report) ? 'The first servers are being asked.' : 'Nothing was asked.'}
        </PanelNote>
      ) : (
        <Hops hops={hops} />
      )}
      {branches.length > 0 && (
        <>
          <h3 className="text-soft mt-3 mb-1.5 text-sm">Zones beside the chain that mail needs, too</h3>
          <Hops hops={branches} />
        </>
      )}
    </Section>
  );
}

function Hops({ hops }: { hops: Hop[] }) {
  return (
    <Panel as="ol" className="grid overflow-hidden md:auto-cols-fr md:grid-flow-col">
      {hops.map((hop) => (
        <HopBox key={hop.title} hop={hop} />
      ))}
    </Panel>
  );
}

function queryWords(report: Report): string | false {
  const { queryCount } = report.trace;
  const needed = mailQueries(report);
  if (needed === 0) return queryCount > 0 && queries(queryCount);
  const more =
    queryCount > needed ? `, ${queryCount - needed} more to compare servers and check signatures` : '';
  return `${queries(needed)} for one e-mail${more}`;
}

function queries(count: number): string {
  return `${count} ${count === 1 ? 'query' : 'queries'}`;
}

function HopBox({ hop }: { hop: Hop }) {
  const shown = hop.rows.slice(0, ROWS_SHOWN);
  const folded = hop.rows.slice(ROWS_SHOWN);
  return (
    <li className="border-line min-w-0 border-t px-4 py-3.5 first:border-0 md:border-t-0 md:border-l">
      <h3 className="text-body font-mono font-semibold wrap-anywhere">{hop.title}</h3>
      <p className="text-soft text-fine">{hop.about}</p>
      <Rows rows={shown} />
      {folded.length > 0 && (
        <Fold summary={`${folded.length} more`} summaryLook="text-soft text-fine">
          <Rows rows={folded} />
        </Fold>
      )}
    </li>
  );
}

function Rows({ rows }: { rows: HopRow[] }) {
  return (
    <ul className="text-fine mt-1.5 font-mono leading-6">
      {rows.map((row, index) => (
        <li
          key={`${index} ${row.left}`}
          className={clsx('flex flex-wrap items-baseline justify-between gap-x-2', row.isBelow && 'pl-4')}
        >
          <span className="wrap-anywhere">
            {row.anchor ? (
              <a href={`#${row.anchor}`} className={rowLook(row)}>
                {row.left}
              </a>
            ) : (
              row.left
            )}
            {row.address && <span className="text-soft"> {row.address}</span>}
          </span>
          <span
            className={clsx(
              'ml-auto text-right wrap-anywhere',
              row.tone && row.tone !== 'good' ? TONE_TEXT[row.tone] : 'text-soft',
            )}
          >
            {row.right}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What failed without a word beside it is loud itself. */
function rowLook({ right, tone }: HopRow): string {
  return clsx(
    'inline-block',
    right === '' && tone !== null && tone !== 'good' ? TONE_TEXT[tone] : 'text-ink',
  );
}
