import { FindingItem } from '@/components/check/finding-item';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { ownLink } from '@/lib/own-link';
import type { Report } from '@/lib/report/report';
import { findingAnchor } from '@/lib/show/finding-anchor';
import { policyFindings } from '@/lib/show/policy-findings';

/** What the last check of a domain says of its policies, with the records to publish. */
export function PolicyFindings({ report: { id, findings } }: { report: Pick<Report, 'id' | 'findings'> }) {
  const shown = policyFindings(findings);
  if (shown.length === 0) return null;
  return (
    <Section id="policy-findings" title="What to do about them">
      <Panel as="ul" long className="overflow-hidden">
        {shown.map((finding) => {
          const anchor = findingAnchor(findings, finding);
          return (
            <FindingItem
              key={anchor}
              finding={finding}
              anchor={anchor}
              seesVantage={false}
              page={ownLink(`/check/${id}`)}
            />
          );
        })}
      </Panel>
    </Section>
  );
}
