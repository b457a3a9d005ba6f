'use client';

import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import { SharedLine } from '@/components/share/shared-line';
import { isUnderWay } from '@/lib/show/decisive';
import { pathOf } from '@/lib/show/path';
import { CaseList } from './case-list';
import { Chain } from './chain';
import { ContactSection } from './contact-section';
import { Diagnosis } from './diagnosis';
import { FindingList } from './finding-list';
import { JumpLinks } from './jump-links';
import { Layers } from './layers';
import { Matrix } from './matrix';
import { PathBoxes } from './path-boxes';
import { Policies } from './policies';
import { Proof } from './proof';
import { QueryList } from './query-list';
import { RetestPanel } from './retest-panel';
import { Sessions } from './sessions';
import { ThenAndNow } from './then-and-now';
import { VerdictHead, type CheckActions } from './verdict-head';
import { WaterfallChart } from './waterfall-chart';

interface ReportViewProps {
  report: Report;
  actions: CheckActions;
  /** The page may still grow: room is kept for what is to come, so that nothing jumps. */
  live?: boolean;
  /** What is waited for now. */
  waiting?: ReactNode;
}

/** The whole check page out of one report: the same for a running and a frozen check, on the server and in the browser. */
export function ReportView({ report, actions, live = false, waiting = null }: ReportViewProps) {
  return (
    <>
      <JumpLinks report={report} live={live} />
      <SharedLine share={report.share} />
      <VerdictHead report={report} actions={actions} live={live} waiting={waiting} />
      <ThenAndNow report={report} />
      <PathBoxes view={pathOf(report)} live={live} />
      <CaseList report={report} />
      <div className={clsx(live && 'room-for-servers')}>
        <Matrix report={report} />
        <FindingList report={report} live={live} seesVantage={actions.seesHistory} />
        {goesOn(report, actions) && (
          <RetestPanel key={report.retest?.nextAt} report={report} actions={actions} />
        )}
      </div>
      <Diagnosis report={report} seesVantage={actions.seesHistory} />
      <Sessions report={report} />
      <ContactSection report={report} />
      <Policies report={report} />
      <Chain report={report} />
      <QueryList report={report} />
      <Layers report={report} />
      <WaterfallChart report={report} />
      <Proof report={report} />
    </>
  );
}

/** Whether there is something to tell, or to ask, of further tries. */
function goesOn(report: Report, { askRetest }: CheckActions): boolean {
  const mayBeAsked = askRetest !== null && !isUnderWay(report);
  return report.retest !== null || (mayBeAsked && report.verdict?.outcome === 'temporary');
}
