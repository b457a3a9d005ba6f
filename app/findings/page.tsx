import type { Metadata } from 'next';
import { entriesOf, type CatalogueEntry } from '@/components/findings/catalogue-entry';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { TONE_TEXT } from '@/components/ui/tone';
import { TOPICS } from '@/lib/findings/topics';
import { perform } from '@/lib/server/http/perform';
import { chosenSeverities } from '@/lib/server/verbs/chosen-severities';
import { SEVERITY_TONE, SEVERITY_WORD, SIDE_WORD } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';

export const metadata: Metadata = {
  title: 'Findings',
  description: 'What each finding means, how it is judged, and what to do about it.',
};

export default async function FindingsPage() {
  const severities = await perform(chosenSeverities, {});
  return (
    <>
      <PageHead
        title="Findings"
        about="Every conclusion that mxproof can draw: what it means for mail, how it is judged, and what to do. A finding is shown only when evidence bears it."
      />
      {Object.entries(TOPICS).map(([name, topic]) => (
        <Section key={name} id={name} title={topic.heading}>
          <Panel as="ul">
            {entriesOf(topic, severities).map((entry) => (
              <EntryRow key={entry.code} entry={entry} />
            ))}
          </Panel>
        </Section>
      ))}
    </>
  );
}

/** As few elements as can be: there are hundreds of rows, and whoever reads the page aloud goes through all of them. */
function EntryRow({ entry: { code, title, severity, shipped, side } }: { entry: CatalogueEntry }) {
  return (
    <li className="finding-row">
      <a href={ownLink(`/findings/${code}`)}>{code}</a>
      {title}
      <span className={TONE_TEXT[SEVERITY_TONE[severity]]}>
        {`${SEVERITY_WORD[severity]}${shipped === null ? '' : ` (shipped as ${SEVERITY_WORD[shipped]})`} · ${SIDE_WORD[side]}`}
      </span>
    </li>
  );
}
