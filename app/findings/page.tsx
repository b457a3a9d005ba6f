import type { Metadata } from 'next';
import { entriesOf, type CatalogueEntry, hasWords } from '@/components/findings/catalogue-entry';
import { PageHead } from '@/components/ui/page-head';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Panel, PanelNote } from '@/components/ui/panel';
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

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

/** Characters of what is looked for. */
const MAX_WANTED = 200;

export default async function FindingsPage({ searchParams }: Props) {
  const wanted = [(await searchParams).q].flat()[0]?.slice(0, MAX_WANTED) ?? '';
  const severities = await perform(chosenSeverities, {});
  const topics = Object.entries(TOPICS)
    .map(([name, topic]) => ({
      name,
      heading: topic.heading,
      entries: entriesOf(topic, severities).filter((entry) => hasWords(entry, wanted)),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <>
      <PageHead
        title="Findings"
        about="Every conclusion that mxproof can draw: what it means for mail, how it is judged, and what to do. A finding is shown only when evidence bears it."
      />
      <form action={ownLink('/findings')} className="screen-only mt-4 flex flex-wrap items-end gap-3">
        <Field label="Words of a finding">
          <Input name="q" type="search" defaultValue={wanted} maxLength={MAX_WANTED} />
        </Field>
        <Button>Find</Button>
      </form>
      {topics.map(({ name, heading, entries }) => (
        <Section key={name} id={name} title={heading}>
          <Panel as="ul">
            {entries.map((entry) => (
              <EntryRow key={entry.code} entry={entry} />
            ))}
          </Panel>
        </Section>
      ))}
      {topics.length === 0 && <PanelNote className="mt-8">No finding has all of these words.</PanelNote>}
    </>
  );
}

/** As few elements as can be: there are hundreds of rows, and whoever reads the page aloud goes through all of them. */
function EntryRow({ entry: { code, name, severity, shipped, side } }: { entry: CatalogueEntry }) {
  return (
    <li id={code} className="finding-row">
      <a href={ownLink(`/findings/${code}`)}>{code}</a>
      {name}
      <span className={TONE_TEXT[SEVERITY_TONE[severity]]}>
        {`${SEVERITY_WORD[severity]}${shipped === null ? '' : ` (shipped as ${SEVERITY_WORD[shipped]})`} · ${SIDE_WORD[side]}`}
      </span>
    </li>
  );
}
