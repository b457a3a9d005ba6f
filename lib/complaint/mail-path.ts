import type { ReportKind } from '@/lib/notice/notice';

/** The page of a mail about mail: complaints have their own. */
export function reportMailPath({ id, kind }: { id: string; kind: ReportKind }): string {
  return `/${kind === 'feedback' ? 'feedback' : 'bounce'}/${id}`;
}
