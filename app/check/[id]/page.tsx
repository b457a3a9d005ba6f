import { cache } from 'react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { askRetestFromForm, runAgainFromForm, stopFromForm, stopRetestFromForm } from '@/app/actions';
import { LiveCheck } from '@/components/check/live-check';
import { LiveState } from '@/components/check/live-state';
import { ReportView } from '@/components/check/report-view';
import type { CheckActions } from '@/components/check/verdict-head';
import type { Report } from '@/lib/report/report';
import { ownAddress } from '@/lib/server/http/own-address';
import { stageLimits } from '@/lib/server/http/stage-limits';
import { beLive, perform, permissions } from '@/lib/server/http/perform';
import { findFormer } from '@/lib/server/verbs/find-former';
import { findReport } from '@/lib/server/verbs/get-report';
import type { Right } from '@/lib/server/verbs/caller';
import { mayStop } from '@/lib/server/verbs/stop-check';
import { isUnderWay } from '@/lib/show/decisive';
import { previewOf } from '@/lib/show/preview';
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
  { id, former, share }: Pick<Report, 'id' | 'former' | 'share'>,
  may: (right: Right) => boolean,
): Promise<CheckActions> {
  const repeats = may('repeat-checks');
  return {
    stop: (await perform(mayStop, { id })) ? stopFromForm : null,
    // Whoever does not know the recipient cannot ask for them.
    runAgain: may('start-checks') && share?.hidesLocalParts !== true ? runAgainFromForm : null,
    askRetest: repeats && share === null ? askRetestFromForm : null,
    stopRetest: repeats ? stopRetestFromForm : null,
    former: former ?? (may('list') ? await perform(findFormer, { id }) : null),
    share: may('share') && share === null,
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
  const description = previewOf(report).headline;
  const picture = isUnderWay(report) ? null : ownAddress(`/check/${id}/preview.png`);
  const images = picture === null ? [] : [{ url: picture, width: 1200, height: 630, alt: description }];
  return {
    ...locked,
    title,
    description,
    openGraph: { title, description, type: 'article', siteName: 'mxproof', images },
    twitter: { card: images.length === 0 ? 'summary' : 'summary_large_image' },
  };
}

export default async function CheckPage({ params }: Props) {
  const { id } = await params;
  const report = await readReport(id);
  if (!report) notFound();
  const may = await permissions();
  const actions = await permittedActions(report, may);
  const after = <Afterwards report={report} may={may} />;
  if (!isUnderWay(report))
    return (
      <>
        <ReportView report={report} actions={actions} />
        {after}
      </>
    );
  await beLive();
  const live = { initial: report, actions, limits: stageLimits(), ranMs: ranMs(report), after };
  return (
    <>
      <LiveCheck key={report.id} {...live} />
      {/* While developing, React draws on. */}
      {process.env.NODE_ENV !== 'development' && <LiveState {...live} />}
    </>
  );
}
