'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Unplug } from 'lucide-react';
import type { Report } from '@/lib/report/report';
import { useCheck } from '@/lib/client/use-check';
import { isUnderWay } from '@/lib/show/decisive';
import type { StageLimits } from '@/lib/show/waiting-for';
import { checkTitle, progressSentence } from '@/lib/show/progress';
import { buttonLook } from '@/components/ui/button';
import { ReportView } from './report-view';
import type { CheckActions } from './verdict-head';
import { WaitingLine } from './waiting-line';

export interface LiveCheckProps {
  initial: Report;
  actions: CheckActions;
  limits: StageLimits;
  /** How long the check had run when this page was made. */
  ranMs: number;
  /** What can be done with it when it has ended. */
  after: ReactNode;
}

/** A check under way: the page of a frozen one, drawn again with everything that happens. */
export function LiveCheck(props: LiveCheckProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Followed {...props} />
    </QueryClientProvider>
  );
}

function Followed({ initial, actions, limits, ranMs, after }: LiveCheckProps) {
  const { report, connection } = useCheck(initial);
  const title = checkTitle(report);
  useEffect(() => {
    document.title = `${title} · mxproof`;
  }, [title]);
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">
        {report.verdict && !isUnderWay(report) ? report.verdict.headline : progressSentence(report)}
      </p>
      {connection === 'lost' && isUnderWay(report) && (
        <p role="status" className={clsx(buttonLook(), 'fixed bottom-4 left-4 z-10 shadow-lg')}>
          <Unplug aria-hidden size={15} className="text-wait" /> Connection lost. It resumes by itself;
          nothing is missed.
        </p>
      )}
      <ReportView
        report={report}
        actions={actions}
        live
        waiting={
          isUnderWay(report) && (
            <WaitingLine
              key={report.startedAt}
              report={report}
              limits={limits}
              ranMs={report.startedAt === initial.startedAt ? ranMs : 0}
            />
          )
        }
      />
      {!isUnderWay(report) && after}
    </>
  );
}
