import type { Metadata } from 'next';
import { catalogueEntries, type CatalogueEntry } from '@/components/findings/catalogue-entry';
import { Section } from '@/components/ui/section';
import { TONE_TEXT } from '@/components/ui/tone-icon';
import type { FindingCode } from '@/lib/findings/catalogue';
import { SEVERITY_TONE, SEVERITY_WORD, SIDE_WORD } from '@/lib/show/words';

export const metadata: Metadata = {
  title: 'Findings',
  description: 'What each finding means, how it is judged, and what to do about it.',
};

type Area = FindingCode extends `${infer A}.${string}` ? A : never;

const AREAS: Readonly<Record<Area, string>> = {
  domain: 'The domain',
  dns: 'Name servers',
  mx: 'Mail exchangers',
  tcp: 'Connections',
  smtp: 'The SMTP dialogue',
  tls: 'Encryption',
  hosts: 'Several exchanges',
  vantage: 'Our own side',
  check: 'The check itself',
  control: 'Controls beside the recipient',
  dnssec: 'Signatures (DNSSEC)',
  ns: 'The servers of the zone',
  ptr: 'Reverse names',
  resolver: 'Resolvers',
  survey: 'Comparing servers',
  zone: 'The zone',
};

/** The catalogue does not change while the process runs. */
const ENTRIES = catalogueEntries();

export default function FindingsPage() {
  const areas = [...new Set(ENTRIES.map(areaOf))];
  return (
    <>
      <header className="pt-6">
        <h1 className="text-[23px] leading-tight font-semibold tracking-[-0.015em] md:text-[28px]">
          Findings
        </h1>
        <p className="text-soft mt-2 max-w-[68ch]">
          Every conclusion that mxproof can draw: what it means for mail, how it is judged, and what to do. A
          finding is shown only when evidence bears it.
        </p>
      </header>
      {areas.map((area) => (
        <Section key={area} id={area} title={AREAS[area]}>
          <ul className="panel">
            {ENTRIES.filter((entry) => areaOf(entry) === area).map((entry) => (
              <EntryRow key={entry.code} entry={entry} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** `smtp` of `smtp.mailbox-unknown`. The cast is sound: every code has a dot, as its type says. */
function areaOf({ code }: CatalogueEntry): Area {
  return code.slice(0, code.indexOf('.')) as Area;
}

/** As few elements as can be: there are hundreds of rows, and whoever reads the page aloud goes through all of them. */
function EntryRow({ entry: { code, title, severity, side } }: { entry: CatalogueEntry }) {
  return (
    <li className="finding-row">
      <a href={`/findings/${code}`}>{code}</a>
      {title}
      <span className={TONE_TEXT[SEVERITY_TONE[severity]]}>
        {`${SEVERITY_WORD[severity]} · ${SIDE_WORD[side]}`}
      </span>
    </li>
  );
}
