import { senderConduct } from '@/lib/findings/sender-kinds';
import type { Report } from '@/lib/report/report';
import { OWN_POLICIES, ownPolicyRows } from '@/lib/show/own-policy-words';
import { PART_WORD } from '@/lib/show/page-parts';
import { conductRows, policyRows } from '@/lib/show/policy-words';
import { dnssecRow } from '@/lib/show/zone-policy-words';
import { Fold } from '@/components/ui/fold';
import { Panel, PanelRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { PolicyList } from './policy-list';

/**
 * What the domain publishes of its mail, what each kind of sender makes of it, and what receivers find of the one that came; the last
 * not on paper, which has room for what the check is about.
 */
export function Policies({ report }: { report: Report }) {
  const { policies, target, dnssec } = report;
  if (policies === null) return null;
  const conduct = senderConduct(report);
  const own = ownPolicyRows(policies);
  // Each step stands in the chain.
  const signatures = { ...dnssecRow(dnssec), steps: [] };
  return (
    <Section id="policies" title={PART_WORD.policies} about="what the domain publishes, and who goes by it">
      {conduct.length > 0 && (
        <Panel as="ul" className="mb-3" aria-label="What senders do with mail for the domain">
          {conductRows(conduct).map(({ who, tone, say }) => (
            <PanelRow key={who} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2">
              <span className="min-w-0 text-sm wrap-anywhere">{who}</span>
              <Tag tone={tone} icon>
                {say}
              </Tag>
            </PanelRow>
          ))}
        </Panel>
      )}
      <PolicyList rows={[...policyRows(target.domain, policies, conduct), signatures]} />
      {own.length > 0 && (
        <Fold className="screen-only mt-3" summary={OWN_POLICIES}>
          <div className="mt-2">
            <PolicyList rows={own} />
          </div>
        </Fold>
      )}
    </Section>
  );
}
