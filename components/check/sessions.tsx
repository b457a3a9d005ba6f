import type { Report } from '@/lib/report/report';
import { decisiveSessions, isUnderWay } from '@/lib/show/decisive';
import { PART_WORD } from '@/lib/show/page-parts';
import { Section } from '@/components/ui/section';
import { SessionPanel } from './session-panel';

/** Every dialogue, line by line. Those that decided come first and are open; while the check runs, the first one. */
export function Sessions({ report }: { report: Report }) {
  const { sessions } = report;
  if (sessions.length === 0) return null;
  const decisive = isUnderWay(report) ? [] : decisiveSessions(report);
  const open = decisive.length > 0 ? decisive : sessions.slice(0, 1);
  return (
    <Section id="transcript" title={PART_WORD.transcript} about="what was said, with its meaning beside it">
      <div className="grid gap-3">
        {[...open, ...sessions.filter((one) => !open.includes(one))].map((session) => (
          <SessionPanel key={session.n} report={report} session={session} open={open.includes(session)} />
        ))}
      </div>
    </Section>
  );
}
