import { clsx } from 'clsx';
import { clipped } from '@/lib/show/clipped';
import type { PolicyRow } from '@/lib/show/policy-row';
import { Code } from '@/components/ui/code';
import { Fold } from '@/components/ui/fold';
import { Panel, PanelRow } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';

/** Characters drawn of one record; the whole of it is in the texts. */
const RECORD_DRAWN = 1_000;

/** Records and steps drawn of one policy. */
const LINES_DRAWN = 40;

/** Policies, a line each, with records and steps folded below; what is not published is not on paper. */
export function PolicyList({ rows }: { rows: readonly PolicyRow[] }) {
  return (
    <Panel as="ul" long>
      {rows.map((row) => (
        <PolicyItem key={row.name} row={row} />
      ))}
    </Panel>
  );
}

function PolicyItem({ row }: { row: PolicyRow }) {
  const { name, tone, state, say, records, steps } = row;
  const head = (
    <span className="text-sm">
      <span className="mr-3 font-semibold">{name}</span>
      <Tag tone={tone} icon>
        {state}
      </Tag>
      <span className="text-soft ml-3 wrap-anywhere">{clipped(say, RECORD_DRAWN)}</span>
    </span>
  );
  return (
    <PanelRow className={clsx('py-2', tone === 'unknown' && 'screen-only')}>
      {records.length + steps.length === 0 ? (
        head
      ) : (
        <Fold summary={head} summaryLook="text-ink">
          <PolicyEvidence row={row} />
        </Fold>
      )}
    </PanelRow>
  );
}

/** What a policy was read from, and how. */
export function PolicyEvidence({ row: { records, steps } }: { row: Pick<PolicyRow, 'records' | 'steps'> }) {
  return (
    <div className="grid gap-2 pt-2 pb-1">
      {records.slice(0, LINES_DRAWN).map(({ at, text }) => (
        <div key={`${at} ${text}`} className="min-w-0">
          <p className="text-soft text-note wrap-anywhere">{at}</p>
          <Code className="block whitespace-pre-wrap">{clipped(text, RECORD_DRAWN)}</Code>
        </div>
      ))}
      {steps.length > 0 && (
        <ol className="text-note font-mono">
          {steps.slice(0, LINES_DRAWN).map((step, n) => (
            <li key={`${n} ${step}`} className="wrap-anywhere whitespace-pre-wrap">
              {clipped(step, RECORD_DRAWN)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
