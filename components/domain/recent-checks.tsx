import Link from 'next/link';
import type { CheckSummary } from '@/lib/report/summary';
import { type DomainSign, domainSigns } from '@/lib/show/domain-signs';
import { OUTCOME_WORD, STATUS_WORD } from '@/lib/show/words';
import { Panel, PanelRow } from '@/components/ui/panel';
import { LocalTime } from '@/components/ui/local-time';
import { ToneIcon } from '@/components/ui/tone-icon';
import { Section } from '@/components/ui/section';
import { AnchorButton } from '@/components/ui/button';
import { CheckRow } from './check-row';
import { LiveList } from './live-list';
import { OutcomeIcon } from './outcome-icon';

const CHECKS_SHOWN = 8;
const DOMAINS_SHOWN = 12;

/** What this instance looked at lately: the checks, and each domain with what was found of it last. */
export function RecentChecks({ checks }: { checks: readonly CheckSummary[] }) {
  const shown = checks.slice(0, CHECKS_SHOWN);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 md:grid-cols-[minmax(0,1fr)_300px]">
      <Section id="recent" title="Recent checks">
        <LiveList id="recent" checks={shown}>
          <Panel as="ul">
            {shown.map((check) => (
              <CheckRow key={check.id} check={check} />
            ))}
          </Panel>
        </LiveList>
        <p className="screen-only mt-3">
          <AnchorButton href="/checks">All checks</AnchorButton>
        </p>
      </Section>
      <Section id="domains" title="Domains" about="last verdict">
        <Panel as="ul">
          {domainSigns(checks)
            .slice(0, DOMAINS_SHOWN)
            .map((sign) => (
              <DomainRow key={sign.target.domain} sign={sign} />
            ))}
        </Panel>
      </Section>
    </div>
  );
}

function DomainRow({ sign: { target, own, ofMailbox } }: { sign: DomainSign }) {
  return (
    <PanelRow narrow className="flex gap-2.5 py-2">
      <span className="mt-0.5">
        {own === null ? <ToneIcon tone="unknown" size={16} /> : <OutcomeIcon check={own} size={16} />}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2.5">
          <Link
            href={`/domain/${encodeURIComponent(target.domain)}`}
            prefetch={false}
            className="min-w-0 truncate font-mono text-sm"
            title={target.domainUnicode}
          >
            {target.domainUnicode}
          </Link>
          {own !== null && (
            <span className="text-soft text-note ml-auto whitespace-nowrap">
              <Came check={own} />
            </span>
          )}
        </p>
        {ofMailbox !== null && (
          <p className="text-soft text-note wrap-anywhere">
            {ofMailbox.target.mailbox}: <Came check={ofMailbox} />
          </p>
        )}
      </div>
    </PanelRow>
  );
}

function Came({ check: { verdict, status, startedAt } }: { check: CheckSummary }) {
  return (
    <>
      {verdict ? OUTCOME_WORD[verdict.outcome] : STATUS_WORD[status]} · <LocalTime ago iso={startedAt} />
    </>
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
