import type { ReactNode } from 'react';
import { TargetChange, TargetOutcome, type BatchCounts } from '@/lib/batch/batch';
import { catalogue } from '@/lib/findings/catalogue';
import {
  TARGET_CHANGE_TONE,
  TARGET_CHANGE_WORD,
  TARGET_OUTCOME_TONE,
  TARGET_OUTCOME_WORD,
} from '@/lib/show/batch-words';
import { ownLink } from '@/lib/own-link';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { ToneIcon } from '@/components/ui/tone-icon';

interface BatchCountsProps {
  counts: BatchCounts;
  /** Where the targets are listed that have something. */
  hrefOf(filter: Record<string, string>): string;
}

/** Findings that stand there at once. */
const SHOWN = 6;

/** How many targets came to what; each leads to them. */
export function BatchCountsView({ counts, hrefOf }: BatchCountsProps) {
  const { states, outcomes, findings } = counts;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Panel className="px-4.5 py-3.5">
        <h3 className="mb-1.5 text-sm font-semibold">By outcome</h3>
        <ul className="grid gap-1 text-sm">
          {TargetOutcome.options.map((outcome) => (
            <CountLine key={outcome} count={outcomes[outcome] ?? 0} href={hrefOf({ outcome })}>
              <ToneIcon tone={TARGET_OUTCOME_TONE[outcome]} size={16} />
              {TARGET_OUTCOME_WORD[outcome]}
            </CountLine>
          ))}
          <CountLine count={states['left-out']} href={hrefOf({ state: 'left-out' })}>
            <ToneIcon tone="unknown" size={16} />
            Left out
          </CountLine>
          <CountLine count={states.invalid} href={hrefOf({ state: 'invalid' })}>
            <ToneIcon tone="unknown" size={16} />
            Not a target
          </CountLine>
        </ul>
        {states.done === 0 && <p className="text-soft text-sm">Nothing is checked yet.</p>}
      </Panel>
      <Panel className="px-4.5 py-3.5">
        <h3 className="mb-1.5 text-sm font-semibold">By finding</h3>
        {findings.length === 0 && (
          <p className="text-soft text-sm">
            {states.done === 0 ? 'Nothing is found yet.' : 'Nothing was found.'}
          </p>
        )}
        <FindingCounts findings={findings.slice(0, SHOWN)} hrefOf={hrefOf} />
        {findings.length > SHOWN && (
          <Fold className="mt-1" summary={`${findings.length - SHOWN} more`}>
            <div className="mt-1">
              <FindingCounts findings={findings.slice(SHOWN)} hrefOf={hrefOf} />
            </div>
          </Fold>
        )}
      </Panel>
    </div>
  );
}

function FindingCounts({
  findings,
  hrefOf,
}: { findings: BatchCounts['findings'] } & Pick<BatchCountsProps, 'hrefOf'>) {
  return (
    <ul className="grid gap-1 text-sm">
      {findings.map(({ code, count }) => (
        <CountLine key={code} count={count} href={hrefOf({ finding: code })}>
          {findingName(code)}
        </CountLine>
      ))}
    </ul>
  );
}

/** What differs from the former run. */
export function ChangeCounts({ counts, hrefOf }: BatchCountsProps) {
  return (
    <Panel className="px-4.5 py-3.5">
      <ul className="grid gap-1 text-sm">
        {TargetChange.options.map((change) => (
          <CountLine key={change} count={counts.changes[change] ?? 0} href={hrefOf({ change })}>
            <ToneIcon tone={TARGET_CHANGE_TONE[change]} size={16} />
            {TARGET_CHANGE_WORD[change]}
          </CountLine>
        ))}
      </ul>
      {counts.states.done === 0 && <p className="text-soft text-sm">Nothing is checked yet.</p>}
    </Panel>
  );
}

/** Of what is not there nothing is said. */
function CountLine({ count, href, children }: { count: number; href: string; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <li className="flex items-center gap-2">
      <a href={ownLink(href)} className="inline-flex min-w-0 items-center gap-1.5 wrap-anywhere">
        {children}
      </a>
      <span className="ml-auto tabular-nums">{count.toLocaleString('en')}</span>
    </li>
  );
}

/** A code that this version does not know stands for itself. */
export function findingName(code: string): string {
  return code in catalogue ? catalogue[code as keyof typeof catalogue].name : code;
}
