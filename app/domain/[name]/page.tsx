import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Policies } from '@/components/check/policies';
import { CheckRow } from '@/components/domain/check-row';
import { TimeCharts } from '@/components/domain/time-charts';
import { HistoryStrip } from '@/components/domain/history-strip';
import { CheckLinks } from '@/components/domain/check-links';
import { historyChoice, historyPath } from '@/components/domain/history-path';
import { KindLinks, noLines } from '@/components/domain/kind-links';
import { PolicyFindings } from '@/components/domain/policy-findings';
import { OutcomeIcon } from '@/components/domain/outcome-icon';
import { removeDomainFromForm, startByPress } from '@/app/actions';
import { writeNoteFromForm } from '@/app/note-actions';
import { NewWatch, Watched } from '@/app/watches/watch-parts';
import { NoteForm } from '@/components/note/note-form';
import { NoteRow } from '@/components/note/note-row';
import { MailRow } from '@/components/mail/mail-row';
import { Facts } from '@/components/ui/facts';
import { Fold } from '@/components/ui/fold';
import { PageHead } from '@/components/ui/page-head';
import { Paging } from '@/components/ui/paging';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Removal } from '@/components/ui/removal';
import { LocalTime } from '@/components/ui/local-time';
import { PressForm } from '@/components/ui/press-form';
import { Section } from '@/components/ui/section';
import { ownLink } from '@/lib/own-link';
import type { CheckSummary } from '@/lib/report/summary';
import { perform, permissions } from '@/lib/server/http/perform';
import { AlertRow } from '@/components/watch/alert-row';
import { findReadable } from '@/lib/server/verbs/get-report';
import { domainHistory } from '@/lib/server/verbs/domain-history';
import { domainState } from '@/lib/server/verbs/domain-state';
import { watchesOfDomain } from '@/lib/server/verbs/watches';
import { alikeRuns } from '@/lib/show/alike-runs';
import { checkAgain } from '@/lib/show/check-again';
import { domainToday } from '@/lib/show/domain-today';
import { changeAgainst } from '@/lib/show/change';
import { outlineWords } from '@/lib/show/outline-words';
import { timeCharts } from '@/lib/show/time-chart';
import { parseTarget } from '@/lib/target/target';

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const ENTRIES_PER_PAGE = 50;

/** A domain in the address bar may be in either form and any case; null when it is none. */
function domainOf(name: string): { domain: string; domainUnicode: string } | null {
  const target = parseTarget(decoded(name));
  return target.ok ? target.value : null;
}

/** As it stands where it is no escaped text: that is no domain either. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const named = domainOf((await params).name);
  return {
    title: named ? `History of ${named.domainUnicode}` : 'No such domain',
    robots: { index: false, follow: false },
  };
}

export default async function DomainPage({ params, searchParams }: Props) {
  const named = domainOf((await params).name);
  if (!named) notFound();
  const said = await searchParams;
  const { cursor } = said;
  const chosen = historyChoice(named.domain, said);
  const isLaterPage = typeof cursor === 'string';
  const may = await permissions();
  const { entries, next, behind } = await perform(domainHistory, {
    domain: named.domain,
    ...chosen,
    limit: ENTRIES_PER_PAGE,
    cursor: isLaterPage ? cursor : undefined,
  });
  const watches = may('watch') ? await perform(watchesOfDomain, { domain: named.domain }) : [];
  const checks = [...entries.flatMap((entry) => checkIn(entry) ?? []), ...behind];
  const { latest, seen, tries, measured } = await perform(domainState, {
    domain: named.domain,
    cursor: isLaterPage ? cursor : undefined,
  });
  const today = seen !== null && !isLaterPage ? await perform(findReadable, { id: seen }) : null;
  return (
    <>
      <PageHead mono above="History of a domain" title={named.domainUnicode}>
        {named.domain !== named.domainUnicode && (
          <p className="text-soft font-mono text-sm">{named.domain}</p>
        )}
        {latest?.verdict && !isLaterPage && (
          <p className="max-w-text mt-3 flex items-start gap-2.5">
            <span className="mt-0.5">
              <OutcomeIcon check={latest} size={19} />
            </span>
            <span>
              <b className="font-semibold">
                Last check, of {latest.target.mailbox ?? latest.target.domainUnicode}:
              </b>{' '}
              {latest.verdict.headline}
            </span>
          </p>
        )}
        {may('start-checks') && (
          <div className="screen-only mt-4 flex flex-wrap gap-3">
            {checkAgain(named.domain, tries).map((target) => (
              <PressForm
                key={target}
                act={startByPress}
                label={`Check ${target} now`}
                field={{ name: 'target', value: target }}
              />
            ))}
          </div>
        )}
      </PageHead>
      {today !== null && (
        <Section
          id="today"
          title="As it was seen last"
          about={
            <a href={ownLink(`/check/${today.id}`)}>
              <LocalTime iso={today.startedAt} />
            </a>
          }
        >
          <Panel>
            <Facts rows={domainToday(today).map(([name, lines]) => [name, lines.join('\n')])} />
          </Panel>
        </Section>
      )}
      {today !== null && <Policies report={today} />}
      {today !== null && <PolicyFindings report={today} />}
      {watches.length > 0 && (
        <Section id="watches" title="Watched">
          <Watched watches={watches} />
        </Section>
      )}
      {may('watch') && (
        <Fold className="screen-only mt-4" summary="Watch this domain, or a mailbox of it …">
          <Panel className="mt-2 p-5">
            <NewWatch kind="mail" target={named.domain} />
          </Panel>
        </Fold>
      )}
      {may('write-notes') && (
        <Fold className="screen-only mt-4" summary="Write a note …">
          <Panel className="mt-2 p-5">
            <NoteForm act={writeNoteFromForm} note={{ domain: named.domain }} />
            <p className="mt-3 text-sm">
              <Link href="/notes" prefetch={false}>
                All notes
              </Link>
            </p>
          </Panel>
        </Fold>
      )}
      <TimeCharts charts={timeCharts(measured)} />
      {(entries.length > 0 || chosen.only !== undefined) && (
        <KindLinks domain={named.domain} chosen={chosen} />
      )}
      {chosen.only === 'check' && <CheckLinks domain={named.domain} chosen={chosen} tries={tries} />}
      {entries.length > 0 ? (
        <Section
          id="history"
          title="Checks, bounces, complaints, changes and notes"
          about={isLaterPage ? 'older' : 'newest first'}
        >
          <HistoryStrip marks={entries} />
          <Panel as="ol" className="mt-2">
            {alikeRuns(entries, checkIn, hasChanged).map(({ line: entry, alike }) => {
              switch (entry.what) {
                case 'mail':
                  return <MailRow key={entry.id} mail={entry.mail} by="at" domain={named.domain} />;
                case 'alert':
                  return <AlertRow key={entry.id} alert={entry.alert} />;
                case 'note':
                  return <NoteRow key={entry.id} note={entry.note} within={named.domain} />;
                default:
                  return (
                    <CheckRow
                      key={entry.id}
                      check={entry.check}
                      former={entry.former}
                      changes={entry.changes.map(outlineWords)}
                      change={changeAgainst(checks, checks.indexOf(entry.check))}
                      alike={alike.flatMap((one) => checkIn(one) ?? [])}
                    />
                  );
              }
            })}
          </Panel>
          <p className="screen-only mt-4 text-sm">
            <a href={ownLink(`${historyPath(named.domain)}/history.csv`)}>The whole history as CSV</a>
          </p>
          <Paging
            newest={isLaterPage ? historyPath(named.domain, chosen) : null}
            older={next === null ? null : historyPath(named.domain, { ...chosen, cursor: next })}
          />
        </Section>
      ) : (
        <PanelNote className="mt-8">{isLaterPage ? 'Nothing older.' : noLines(chosen)}</PanelNote>
      )}
      {entries.length > 0 && may('remove') && (
        <Removal
          remove={removeDomainFromForm}
          field={{ name: 'domain', value: named.domain }}
          label="Remove everything of this domain"
          about={`All checks of ${named.domainUnicode} that have ended go, kept ones too, and all bounces and complaints about one of its recipients.`}
        />
      )}
    </>
  );
}

type Entry = Awaited<ReturnType<typeof domainHistory>>['entries'][number];

function checkIn(entry: Entry): CheckSummary | null {
  return entry.what === 'check' ? entry.check : null;
}

function hasChanged(entry: Entry): boolean {
  return entry.what === 'check' && entry.changes.length > 0;
}
