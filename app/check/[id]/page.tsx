import { cache } from 'react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { askRetestFromForm, runAgainFromForm, stopFromForm, stopRetestFromForm } from '@/app/actions';
import { LiveCheckLoader } from '@/components/check/live-check-loader';
import { ReportView } from '@/components/check/report-view';
import type { CheckActions } from '@/components/check/verdict-head';
import type { Report } from '@/lib/report/report';
import { stageLimits } from '@/lib/server/http/stage-limits';
import { needScripts, perform, permissions } from '@/lib/server/http/perform';
import { findFormer } from '@/lib/server/verbs/find-former';
import { findReport } from '@/lib/server/verbs/get-report';
import type { Right } from '@/lib/server/verbs/caller';
import { mayStop } from '@/lib/server/verbs/stop-check';
import { isUnderWay } from '@/lib/show/decisive';
import { checkTitle } from '@/lib/show/progress';
import { Afterwards } from './afterwards';

interface Props {
  params: Promise<{ id: string }>;
}

const readReport = cache((id: string) => perform(findReport, { id }));

/** Of a check under way, by our own clock, which a reader's need not agree with. */
function ranMs({ status, startedAt }: Report): number {
  return status === 'running' ? Math.max(0, Date.now() - Date.parse(startedAt)) : 0;
}

/** The buttons of whoever reads the page. */
async function permittedActions(
  { id, former }: Pick<Report, 'id' | 'former'>,
  may: (right: Right) => boolean,
): Promise<CheckActions> {
  const repeats = may('repeat-checks');
  return {
    stop: (await perform(mayStop, { id })) ? stopFromForm : null,
    runAgain: may('start-checks') ? runAgainFromForm : null,
    askRetest: repeats ? askRetestFromForm : null,
    stopRetest: repeats ? stopRetestFromForm : null,
    former: former ?? (may('list') ? await perform(findFormer, { id }) : null),
    seesHistory: may('list'),
  };
}

/** The link is the permission to read: no robot indexes it, no click on it tells where it came from. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const report = await readReport(id);
  const locked: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' };
  if (!report) return { ...locked, title: 'No such check' };
  const title = checkTitle(report);
  const description = previewWords(report.target.domainUnicode, report.status === 'done');
  return {
    ...locked,
    title,
    description,
    openGraph: { title, description, type: 'article', siteName: 'mxproof' },
  };
}

/** Without the headline, whose words may quote the local part of the address. */
function previewWords(domain: string, isDone: boolean): string {
  return isDone
    ? `What the name servers and mail servers of ${domain} answered, line by line, with its meaning.`
    : `A check of ${domain}: what was seen so far.`;
}

export default async function CheckPage({ params }: Props) {
  const { id } = await params;
  const report = await readReport(id);
  if (!report) notFound();
  const may = await permissions();
  const actions = await permittedActions(report, may);
  if (isUnderWay(report)) await needScripts();
  const after = <Afterwards report={report} may={may} />;
  return isUnderWay(report) ? (
    <LiveCheckLoader
      key={report.id}
      initial={report}
      actions={actions}
      limits={stageLimits()}
      ranMs={ranMs(report)}
      after={after}
    />
  ) : (
    <>
      <ReportView report={report} actions={actions} />
      {after}
    </>
  );
}
