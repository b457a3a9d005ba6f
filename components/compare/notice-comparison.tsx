import { ThenAndNow } from '@/components/check/then-and-now';
import { PageHead } from '@/components/ui/page-head';
import { Section } from '@/components/ui/section';
import type { ComparedCheck, ComparedSection } from '@/lib/compare/comparison';
import type { Before } from '@/lib/report/before';
import type { Report } from '@/lib/report/report';
import { SECTION_TITLE } from '@/lib/show/comparison-words';
import { CheckCard } from './check-card';
import { SectionRows } from './section-rows';

interface NoticeComparisonProps {
  before: Before;
  check: Report;
  compared: ComparedCheck;
  sections: readonly ComparedSection[];
}

/** A bounce and a check of its recipient side by side, as two checks are. */
export function NoticeComparison({ before, check, compared, sections }: NoticeComparisonProps) {
  return (
    <>
      <PageHead
        above={
          <>
            A bounce and a check of{' '}
            <span className="text-ink font-mono break-all">
              {check.target.mailbox ?? check.target.domainUnicode}
            </span>
          </>
        }
        title="Then and now"
      />
      <ThenAndNow report={{ ...check, before }} />
      <div className="mt-3">
        <CheckCard title="The check" check={compared} />
      </div>
      {sections.map((section) => (
        <Section key={section.section} id={section.section} title={SECTION_TITLE[section.section]}>
          <SectionRows section={section} names={['The bounce', 'The check']} />
        </Section>
      ))}
    </>
  );
}
