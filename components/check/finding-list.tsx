import { clsx } from 'clsx';
import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import { byConsequence } from '@/lib/show/consequence';
import { isUnderWay } from '@/lib/show/decisive';
import { findingAnchor } from '@/lib/show/finding-anchor';
import { hasFindings, PART_WORD } from '@/lib/show/page-parts';
import { WHO_ACTS_WORD } from '@/lib/show/words';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { FindingItem } from './finding-item';

interface FindingListProps {
  report: Report;
  live: boolean;
  /** Whether the reader may see who we are to others. */
  seesVantage: boolean;
}

/** What to do: findings in order of consequence, grouped by who must act. */
export function FindingList({ report, live, seesVantage }: FindingListProps) {
  if (!hasFindings(report)) return null;
  const { groups, folded } = byConsequence(report);
  const items = (findings: readonly Finding[]) => (
    <ul>
      {findings.map((finding) => {
        const anchor = findingAnchor(report.findings, finding);
        return <FindingItem key={anchor} finding={finding} anchor={anchor} seesVantage={seesVantage} />;
      })}
    </ul>
  );
  return (
    <Section id="findings" title={PART_WORD.findings} about={groups.length > 0 && 'in order of consequence'}>
      <Panel long className={clsx('overflow-hidden', live && 'min-h-40')}>
        {groups.length === 0 && <p className="text-soft px-4.5 py-4">{emptyWords(report)}</p>}
        {groups.map((group) => (
          <div key={group.whoActs} className="border-line border-t first:border-t-0">
            <h3 className="bg-faint text-note px-4.5 py-1.75 font-semibold">
              {WHO_ACTS_WORD[group.whoActs]}
            </h3>
            {items(group.findings)}
          </div>
        ))}
        {folded.length > 0 && !isUnderWay(report) && (
          <Fold
            className="border-line border-t"
            summary={
              folded.length === 1
                ? '1 observation that changes nothing about delivery'
                : `${folded.length} observations that change nothing about delivery`
            }
            summaryLook="bg-faint text-soft px-4.5 py-1.75 text-note"
          >
            {items(folded)}
          </Fold>
        )}
      </Panel>
    </Section>
  );
}

function emptyWords(report: Report): string {
  if (isUnderWay(report))
    return 'Nothing is concluded yet: findings appear here as soon as the evidence bears them.';
  if (report.verdict?.outcome === 'accepted')
    return 'Nothing need be done: no finding that touches delivery.';
  return 'No finding: what was seen bears no conclusion.';
}
