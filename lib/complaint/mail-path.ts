import type { MailKind } from '@/lib/notice/notice';

/** The page of a mail about mail: complaints have their own. */
export function mailPath({ id, kind }: { id: string; kind: MailKind }): string {
  return `/${kind === 'feedback' ? 'feedback' : 'bounce'}/${id}`;
}
