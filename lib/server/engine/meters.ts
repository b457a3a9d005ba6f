import type { MailKind } from '@/lib/notice/notice';
import type { Report } from '@/lib/report/report';

/** What is told of when it happens, to whoever counts; where that goes is nobody's business here. */
export interface Meters {
  /** A check has come to its end; not one that the end of the process has interrupted. */
  checkEnded(report: Report, at: Date): void;
  mailRead(kind: MailKind): void;
}
