import type { Report } from '@/lib/check/report';
import { Chain } from './chain';
import { FindingList } from './finding-list';
import { Matrix } from './matrix';
import { PathBoxes } from './path-boxes';
import { Proof } from './proof';
import { QueryList } from './query-list';
import { Sessions } from './sessions';
import { VerdictHead, type CheckActions } from './verdict-head';
import { WaterfallChart } from './waterfall-chart';

interface ReportViewProps {
  report: Report;
  actions: CheckActions;
  /** The page may still grow: room is kept for what is to come, so that nothing jumps. */
  live?: boolean;
}

/** The whole check page out of one report: the same for a running and a frozen check, on the server and in the browser. */
export function ReportView({ report, actions, live = false }: ReportViewProps) {
  return (
    <>
      <VerdictHead report={report} actions={actions} live={live} />
      <PathBoxes report={report} />
      <FindingList report={report} live={live} />
      <Chain report={report} />
      <QueryList report={report} />
      <Matrix report={report} />
      <Sessions report={report} />
      <WaterfallChart report={report} />
      <Proof report={report} />
    </>
  );
}
