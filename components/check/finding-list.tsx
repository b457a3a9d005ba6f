import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import { byConsequence } from '@/lib/show/consequence';
import { isUnderWay } from '@/lib/show/decisive';
import { WHO_ACTS } from '@/lib/show/words';
import { Section } from '@/components/ui/section';
import { FindingItem } from './finding-item';

/** What to do: findings in order of consequence, grouped by who must act. */
export function FindingList({ report, live }: { report: Report; live: boolean }) {
  const { groups, folded } = byConsequence(report.findings);
  return (
    <Section id="findings" title="What to do" about={groups.length > 0 && 'in order of consequence'}>
      <div className={clsx('panel panel-long overflow-hidden', live && 'min-h-40')}>
        {groups.length === 0 && <p className="text-soft px-4.5 py-4">{emptyWords(report)}</p>}
        {groups.map((group) => (
          <div key={group.side} className="border-line border-t first:border-t-0">
            <h3 className="bg-faint px-4.5 py-1.75 text-[13px] font-semibold">{WHO_ACTS[group.side]}</h3>
            <ul>
              {group.findings.map((finding) => (
                <FindingItem key={`${finding.code} ${finding.title}`} finding={finding} />
              ))}
            </ul>
          </div>
        ))}
        {folded.length > 0 && (
          <details className="fold border-line border-t">
            <summary className="bg-faint text-soft px-4.5 py-1.75 text-[13px]">
              {folded.length === 1
                ? '1 observation that changes nothing about delivery'
                : `${folded.length} observations that change nothing about delivery`}
            </summary>
            <ul>
              {folded.map((finding) => (
                <FindingItem key={`${finding.code} ${finding.title}`} finding={finding} />
              ))}
            </ul>
          </details>
        )}
      </div>
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
