import type { Metadata } from 'next';
import Link from 'next/link';
import { catalogueEntries, type CatalogueEntry } from '@/components/findings/catalogue-entry';
import { Section } from '@/components/ui/section';
import { ToneIcon } from '@/components/ui/tone-icon';
import { SEVERITY_TONE, SEVERITY_WORD, SIDE_WORD } from '@/lib/show/words';

export const metadata: Metadata = {
  title: 'Findings',
  description: 'What each finding means, how it is judged, and what to do about it.',
};

const AREAS: Record<string, string> = {
  domain: 'The domain',
  dns: 'Name servers',
  mx: 'Mail exchangers',
  tcp: 'Connections',
  smtp: 'The SMTP dialogue',
  tls: 'Encryption',
  hosts: 'Several exchanges',
  vantage: 'Our own side',
  check: 'The check itself',
};

export default function FindingsPage() {
  const entries = catalogueEntries();
  const areas = [...new Set(entries.map(areaOf))];
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
        <Section key={area} id={area} title={AREAS[area] ?? area}>
          <ul className="panel">
            {entries
              .filter((entry) => areaOf(entry) === area)
              .map((entry) => (
                <EntryRow key={entry.code} entry={entry} />
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** `smtp` of `smtp.mailbox-unknown`. */
function areaOf({ code }: CatalogueEntry): string {
  return code.split('.')[0] ?? code;
}

function EntryRow({ entry }: { entry: CatalogueEntry }) {
  return (
    <li className="border-line grid grid-cols-[22px_minmax(0,1fr)] gap-x-3 border-t px-4.5 py-2.5 first:border-t-0 md:grid-cols-[22px_260px_minmax(0,1fr)_auto]">
      <span className="mt-0.5">
        <ToneIcon tone={SEVERITY_TONE[entry.severity]} />
        <span className="sr-only">{SEVERITY_WORD[entry.severity]}</span>
      </span>
      <Link href={`/findings/${entry.code}`} prefetch={false} className="font-mono text-sm wrap-anywhere">
        {entry.code}
      </Link>
      <span className="min-w-0 wrap-anywhere max-md:col-start-2">{entry.title}</span>
      <span className="text-soft text-[13px] max-md:col-start-2 md:text-right">{SIDE_WORD[entry.side]}</span>
    </li>
  );
}
