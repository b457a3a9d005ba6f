import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { FixText } from '@/components/check/fix-text';
import { catalogueEntry } from '@/components/findings/catalogue-entry';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { perform, permissions } from '@/lib/server/http/perform';
import { chosenSeverities } from '@/lib/server/verbs/chosen-severities';
import { layerWords, SEVERITY_TONE, SEVERITY_WORD, SIDE_WORD, WHO_ACTS_WORD } from '@/lib/show/words';

interface Props {
  params: Promise<{ code: string }>;
}

async function entryOf(params: Props['params']) {
  return catalogueEntry((await params).code, await perform(chosenSeverities, {}));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await entryOf(params);
  return entry ? { title: entry.name, description: entry.judged } : { title: 'No such finding' };
}

export default async function FindingPage({ params }: Props) {
  const entry = await entryOf(params);
  if (!entry) notFound();
  const { severity, shipped, side, whoActs, layer, permanence } = entry;
  const may = await permissions();
  const variation = entry.severityVaries ? ', or milder by what else was seen' : '';
  return (
    <>
      <PageHead
        above={
          <>
            <Link href="/findings">Findings</Link> · <code>{entry.code}</code>
          </>
        }
        title={entry.name}
      >
        <div className="mt-3 flex flex-wrap gap-2">
          <Tag tone={SEVERITY_TONE[severity]} icon>
            {SEVERITY_WORD[severity]}
            {shipped === null && variation}
          </Tag>
          {shipped !== null && (
            <Tag>
              Chosen here; shipped as {SEVERITY_WORD[shipped]}
              {variation}
            </Tag>
          )}
          <Tag>{SIDE_WORD[side]}</Tag>
          {layer !== null && <Tag>{layerWords(layer, entry.code.startsWith('smtp') ? 'rcpt' : 'dns')}</Tag>}
          {permanence !== null && <Tag>{permanence === 'permanent' ? 'Permanent' : 'Temporary'}</Tag>}
        </div>
      </PageHead>
      <Section id="judged" title="How it is judged">
        <p className="max-w-text">{entry.judged}</p>
      </Section>
      <Section id="example" title="As it reads" about="with the words of an example">
        <Panel className="max-w-wide px-4.5 py-4">
          <p className="text-base font-semibold wrap-anywhere">{entry.title}</p>
          <p className="text-soft mt-0.5 wrap-anywhere">{entry.why}</p>
        </Panel>
      </Section>
      {entry.fix !== '' && (
        <Section id="fix" title="What to do" about={WHO_ACTS_WORD[whoActs]}>
          <FixText text={entry.fix} records={entry.records} />
        </Section>
      )}
      {may('list') && (
        <p className="screen-only mt-8 text-sm">
          <Link
            href={`/search?${new URLSearchParams({ q: `"${entry.code}:"`, kind: 'check' })}`}
            prefetch={false}
          >
            Checks that show it
          </Link>
        </p>
      )}
      <Section id="refs" title="References">
        <ul className="font-mono text-sm leading-7">
          {entry.refs.map((ref) => (
            <li key={ref}>
              <Reference text={ref} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** `RFC 5321 §5.1` leads to the section at the RFC Editor's own site, a draft to where the IETF keeps them. */
function Reference({ text }: { text: string }) {
  const [, number, section] = /^RFC (\d+)(?: §([\d.]+))?/.exec(text) ?? [];
  if (text.startsWith('draft-')) return <a href={`https://datatracker.ietf.org/doc/${text}/`}>{text}</a>;
  if (!number) return text;
  const place = section ? `#section-${section}` : '';
  return <a href={`https://www.rfc-editor.org/rfc/rfc${number}.html${place}`}>{text}</a>;
}
