import type { ComparedCheck, ComparedSection } from '@/lib/compare/comparison';
import { comparisonCaveats, comparisonTitle, countWords, SECTION_TITLE } from '@/lib/show/comparison-words';
import { OUTCOME_TONE } from '@/lib/show/words';
import { PageHead } from '@/components/ui/page-head';
import { Section } from '@/components/ui/section';
import { CopyButton } from '@/components/ui/copy-button';
import { CheckCard } from './check-card';
import { SectionRows } from './section-rows';

interface ComparisonViewProps {
  a: ComparedCheck;
  b: ComparedCheck;
  sections: ComparedSection[];
}

/** Two checks side by side: what differs first, everything else folded. */
export function ComparisonView({ a, b, sections }: ComparisonViewProps) {
  const caveats = comparisonCaveats(a, b, sections);
  const told = sections.filter(({ different }) => different.length > 0);
  const rest = sections.filter(({ different }) => different.length === 0);
  return (
    <>
      <PageHead
        above={
          <>
            Two checks of <span className="text-ink font-mono break-all">{nameOf(a, b)}</span>
          </>
        }
        tone={b.verdict ? OUTCOME_TONE[b.verdict.outcome] : 'unknown'}
        title={comparisonTitle(a, b, sections)}
        about={`${countWords(sections)}. Moments, ids, ports and numbers within sentences are not compared; times only when they differ by much.`}
      >
        <div className="screen-only mt-4 flex flex-wrap gap-2">
          <CopyButton main source={{ page: true }} label="Copy link" />
        </div>
      </PageHead>
      <div className="mt-5 grid gap-3 md:grid-cols-2">
        <CheckCard title="First" check={a} />
        <CheckCard title="Second" check={b} />
      </div>
      {caveats.length > 0 && (
        <ul className="max-w-text mt-4 grid gap-1.5">
          {caveats.map((caveat) => (
            <li key={caveat} className="text-wait">
              {caveat}
            </li>
          ))}
        </ul>
      )}
      {told.map((section) => (
        <Section key={section.section} id={section.section} title={SECTION_TITLE[section.section]}>
          <SectionRows section={section} />
        </Section>
      ))}
      {rest.length > 0 && (
        <Section id="alike" title={told.length > 0 ? 'No difference in' : 'Compared'}>
          {rest.map((section) => (
            <SectionRows key={section.section} section={section} title={SECTION_TITLE[section.section]} />
          ))}
        </Section>
      )}
    </>
  );
}

/** The mailbox where both asked for the same, else the domain. */
function nameOf({ target }: ComparedCheck, { target: other }: ComparedCheck): string {
  return target.mailbox !== undefined && target.mailbox === other.mailbox
    ? target.mailbox
    : target.domainUnicode;
}
