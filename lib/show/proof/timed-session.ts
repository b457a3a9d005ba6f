import type { Report } from '@/lib/report/report';
import type { Session, TranscriptLine } from '@/lib/smtp/session';
import { swaksEnd, swaksHead, swaksLine } from '../swaks-text';
import { clockAt } from './clock';

/** The whole session in the manner of swaks, each line with its time of day. */
export function timedSession(report: Pick<Report, 'startedAt'>, session: Session): string[] {
  return [
    timedHead(report, session),
    ...session.transcript.map((line) => timedLine(report, session, line)),
    ...timedEnd(report, session),
  ];
}

export function timedHead(report: Pick<Report, 'startedAt'>, session: Session): string {
  return `${clockAt(report, session.atMs)} ${swaksHead(session)}`;
}

export function timedLine(
  report: Pick<Report, 'startedAt'>,
  { atMs }: Session,
  line: TranscriptLine,
): string {
  return `${clockAt(report, atMs + line.at)} ${swaksLine(line)}`;
}

/** What it came to; nothing while it runs. */
export function timedEnd(report: Pick<Report, 'startedAt'>, session: Session): string[] {
  const end = swaksEnd(session);
  const ms = session.timings.totalMs ?? session.transcript.at(-1)?.at ?? 0;
  return end === null ? [] : [`${clockAt(report, session.atMs + ms)} ${end}`];
}
