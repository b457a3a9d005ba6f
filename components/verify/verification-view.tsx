import type { Verification } from '@/lib/verify/verification';
import { outcomeTone, outcomeWord } from '@/lib/show/words';
import { NOT_COVERED, verificationTitle, verifiedPoints } from '@/lib/show/verification-words';
import { SectionRows } from '@/components/compare/section-rows';
import { AnchorButton } from '@/components/ui/button';
import { Code } from '@/components/ui/code';
import { Facts } from '@/components/ui/facts';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';
import { Panel, SignRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { ToneIcon } from '@/components/ui/tone-icon';
import { DeviationList } from './deviation-list';

/** What a report proves, point by point, and what it does not. */
export function VerificationView({ verification }: { verification: Verification }) {
  const { check, own, seen, judgement } = verification;
  const deviations = { seen: seen.deviations, judgement: judgement.deviations };
  return (
    <>
      <PageHead
        above={
          <>
            Verified: a report about{' '}
            <span className="text-ink font-mono break-all">{check.target ?? 'an unnamed target'}</span>
            {check.startedAt !== null && <LocalTime iso={check.startedAt} />}
          </>
        }
        {...verificationTitle(verification)}
      >
        <div className="screen-only mt-4 flex flex-wrap gap-2">
          {own.url !== null && check.id !== null && (
            <AnchorButton href={`/check/${check.id}`}>Open the check here</AnchorButton>
          )}
          <AnchorButton href="/verify">Verify another report</AnchorButton>
        </div>
      </PageHead>
      <Section id="points" title="What is proven">
        <Panel as="ul">
          {verifiedPoints(verification).map(({ id, tone, title, says }) => (
            <SignRow key={id} tall sign={<ToneIcon tone={tone} size={19} />}>
              <h3 className="font-semibold">{title}</h3>
              <p className="text-soft max-w-text text-sm">{says}</p>
              {(id === 'seen' || id === 'judgement') && <DeviationList deviations={deviations[id]} />}
            </SignRow>
          ))}
        </Panel>
        <p className="text-soft max-w-text mt-3 text-sm">{NOT_COVERED}</p>
      </Section>
      <Today verification={verification} />
      <Section id="file" title="What the file says of itself">
        <Panel>
          <Facts
            rows={[
              ['Check', check.id && <Code>{check.id}</Code>],
              ['Ended', check.finishedAt && <LocalTime iso={check.finishedAt} />],
              ['Made by', check.software && `mxproof ${check.software}`],
              ['Rules', check.rules],
              ['Evidence form', check.schema],
              ['Digest stated', verification.digest.stated && <Code>{verification.digest.stated}</Code>],
              ['Digest made here', verification.digest.made && <Code>{verification.digest.made}</Code>],
            ]}
          />
        </Panel>
      </Section>
    </>
  );
}

/** What the rules of this installation conclude from the evidence. */
function Today({ verification: { today } }: { verification: Verification }) {
  if (today === null) return null;
  const { rules, verdict, otherwise } = today;
  const sections = (otherwise ?? []).filter(({ different }) => different.length > 0);
  return (
    <Section id="today" title="By the rules of today" about={`rules ${rules}`}>
      {verdict !== null && (
        <p className="max-w-text flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Tag tone={outcomeTone(verdict)} icon>
            {outcomeWord(verdict)}
          </Tag>
          <span className="min-w-0 wrap-anywhere">{verdict.headline}</span>
        </p>
      )}
      <p className="text-soft mt-2 text-sm">
        {otherwise === null
          ? 'What the file concludes is not of a form that can be compared.'
          : sections.length === 0
            ? 'The file concludes the same.'
            : 'The file concludes otherwise:'}
      </p>
      {sections.map((section) => (
        <SectionRows
          key={section.section}
          section={{ ...section, oneSided: [] }}
          names={['The file', 'These rules']}
        />
      ))}
    </Section>
  );
}
