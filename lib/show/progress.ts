import type { Report } from '@/lib/report/report';
import { dotted } from './chain';

/** What is going on right now, in one sentence: the headline of a check that has no verdict yet. */
export function progressSentence(report: Report): string {
  const name = report.target.domainUnicode;
  if (report.status === 'queued')
    return report.queuePlace === null || report.queuePlace <= 1
      ? 'This check is the next to run.'
      : `This check waits for its turn: place ${report.queuePlace} in the queue.`;
  if (report.status === 'running') return runningSentence(report, name);
  if (report.status === 'stopped') return `The check of ${name} was stopped before a verdict.`;
  if (report.status === 'interrupted') return `The check of ${name} was interrupted before a verdict.`;
  return `The check of ${name} ended without a verdict.`;
}

function runningSentence(report: Report, name: string): string {
  const talking = report.sessions.filter((session) => session.outcome === null);
  if (talking.length > 0) {
    const held = talking.filter((session) => session.waiting).length;
    if (held === talking.length)
      return `Waiting for the pause between two sessions to ${talking[0]?.exchange ?? name}.`;
    return talking.length === 1
      ? `Talking to ${talking[0]?.exchange ?? name}.`
      : `Talking to ${talking.length} addresses of ${name} at once.`;
  }
  const last = report.trace.steps.at(-1);
  if (!last) return `Asking the root servers for ${name}.`;
  return report.route
    ? `Mail for ${name} goes to ${report.route.hosts[0]?.exchange ?? 'nobody'}; looking at the rest.`
    : `Walking down from the root: asking the servers of ${dotted(last.zone)}`;
}

/** The browser tab's title: the state first, since tabs are narrow. Never holds a local part. */
export function checkTitle(report: Report): string {
  const name = report.target.domainUnicode;
  if (report.status === 'queued') return `Waiting: ${name}`;
  if (report.status === 'running') return `Running: ${name}`;
  if (!report.verdict) return `No verdict: ${name}`;
  return `${TITLE_WORD[report.verdict.outcome]}: ${name}`;
}

const TITLE_WORD: Record<NonNullable<Report['verdict']>['outcome'], string> = {
  accepted: 'Accepted',
  temporary: 'Temporary failure',
  permanent: 'Permanent refusal',
  'no-mail': 'Takes no mail',
  depends: 'It depends',
  unknown: 'Not known',
};
