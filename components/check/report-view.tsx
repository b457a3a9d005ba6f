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

/** The whole check page out of one report: the same for a running and a frozen check, on the server and in the browser. */
export function ReportView({ report, actions }: { report: Report; actions: CheckActions }) {
  return (
    <>
      <VerdictHead report={report} actions={actions} />
      <PathBoxes report={report} />
      <FindingList report={report} />
      <Chain report={report} />
      <QueryList report={report} />
      <Matrix report={report} />
      <Sessions report={report} />
      <WaterfallChart report={report} />
      <Proof report={report} />
    </>
  );
}
