import type { Report } from '@/lib/report/report';
import { OUTCOME_TONE, OUTCOME_WORD } from '@/lib/show/words';
import { Panel, SignRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { ToneIcon } from '@/components/ui/tone-icon';
import { EvidenceLinks } from './evidence-links';

/** When it depends: which sender meets what. */
export function CaseList({ report: { verdict } }: { report: Report }) {
  if (verdict === null || verdict.cases.length === 0) return null;
  return (
    <Section id="cases" title="Who meets what">
      <Panel as="ul">
        {verdict.cases.map(({ when, outcome, because, evidence }) => (
          <SignRow key={when} sign={<ToneIcon tone={OUTCOME_TONE[outcome]} size={19} />}>
            <div className="flex flex-wrap items-baseline gap-x-4 md:flex-nowrap md:justify-between">
              <p className="min-w-0 font-semibold wrap-anywhere">
                <span className="sr-only">{OUTCOME_WORD[outcome]}: </span>
                {when}
              </p>
              <EvidenceLinks evidence={evidence} />
            </div>
            <p className="text-soft max-w-finding wrap-anywhere">{because}</p>
          </SignRow>
        ))}
      </Panel>
    </Section>
  );
}
