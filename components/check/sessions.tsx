import type { Report } from '@/lib/report/report';
import { decisiveSessions, isUnderWay } from '@/lib/show/decisive';
import { Section } from '@/components/ui/section';
import { SessionPanel } from './session-panel';

/** Every dialogue, line by line. Those that decided are open; while the check runs, the first one, too. */
export function Sessions({ report }: { report: Report }) {
  if (report.sessions.length === 0) return null;
  const first = report.sessions[0]?.n;
  const decisive = decisiveSessions(report).map(({ n }) => n);
  const isOpen = (n: number): boolean =>
    decisive.includes(n) || (n === first && (isUnderWay(report) || decisive.length === 0));
  return (
    <Section id="transcript" title="Transcript" about="what was said, with its meaning beside it">
      <div className="grid gap-3">
        {report.sessions.map((session) => (
          <SessionPanel key={session.n} report={report} session={session} open={isOpen(session.n)} />
        ))}
      </div>
    </Section>
  );
}
