import Link from 'next/link';
import type { CheckSummary } from '@/lib/report/summary';
import { OUTCOME_WORD, STATUS_WORD } from '@/lib/show/words';
import { Panel, PanelRow } from '@/components/ui/panel';
import { LocalTime } from '@/components/ui/local-time';
import { Section } from '@/components/ui/section';
import { PageButton } from '@/components/ui/button';
import { CheckRow } from './check-row';
import { LiveList } from './live-list';
import { OutcomeIcon } from './outcome-icon';

const CHECKS_SHOWN = 8;
const DOMAINS_SHOWN = 12;

/** What this instance looked at lately: the checks, and each domain with its last verdict. */
export function RecentChecks({ checks }: { checks: readonly CheckSummary[] }) {
  const shown = checks.slice(0, CHECKS_SHOWN);
  return (
    <div className="grid gap-x-8 md:grid-cols-[minmax(0,1fr)_300px]">
      <Section id="recent" title="Recent checks">
        <LiveList id="recent" checks={shown}>
          <Panel as="ul">
            {shown.map((check) => (
              <CheckRow key={check.id} check={check} />
            ))}
          </Panel>
        </LiveList>
        <p className="screen-only mt-3">
          <PageButton href="/checks">All checks</PageButton>
        </p>
      </Section>
      <Section id="domains" title="Domains" about="last verdict">
        <Panel as="ul">
          {latestPerDomain(checks).map((check) => (
            <DomainRow key={check.target.domain} check={check} />
          ))}
        </Panel>
      </Section>
    </div>
  );
}

/** The list is newest first, so the first check of a domain is its latest. */
function latestPerDomain(checks: readonly CheckSummary[]): CheckSummary[] {
  const latest = new Map<string, CheckSummary>();
  for (const check of checks) if (!latest.has(check.target.domain)) latest.set(check.target.domain, check);
  return [...latest.values()].slice(0, DOMAINS_SHOWN);
}

function DomainRow({ check }: { check: CheckSummary }) {
  const { verdict, target } = check;
  return (
    <PanelRow narrow className="flex items-center gap-2.5 py-2">
      <OutcomeIcon check={check} size={16} />
      <Link
        href={`/domain/${encodeURIComponent(target.domain)}`}
        prefetch={false}
        className="min-w-0 truncate font-mono text-sm"
        title={target.domainUnicode}
      >
        {target.domainUnicode}
      </Link>
      <span className="text-soft text-note ml-auto whitespace-nowrap">
        {verdict ? OUTCOME_WORD[verdict.outcome] : STATUS_WORD[check.status]} ·{' '}
        <LocalTime ago iso={check.startedAt} />
      </span>
    </PanelRow>
  );
}

/** For the first visit: three sentences on what will happen. */
export function Newcomer() {
  return (
    <Section id="newcomer" title="What will happen">
      <Panel as="ol" className="grid md:grid-cols-3">
        {SENTENCES.map((sentence, index) => (
          <li
            key={sentence}
            className="border-line border-t px-4.5 py-4 first:border-0 md:border-t-0 md:border-l"
          >
            <span className="text-soft text-note font-mono">{index + 1}</span>
            <p>{sentence}</p>
          </li>
        ))}
      </Panel>
    </Section>
  );
}

const SENTENCES = [
  'mxproof walks DNS from the root servers down to the domain’s mail exchangers, as a sending mail server does.',
  'It opens an SMTP session with every address of every exchange and stops before anything is delivered.',
  'Everything that was seen is kept and explained, line by line, under a link for the other administrator.',
] as const;
