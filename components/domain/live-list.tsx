import type { ReactNode } from 'react';
import type { CheckSummary } from '@/lib/report/summary';

interface LiveListProps {
  /** By which the page knows it again. */
  id: string;
  checks: readonly CheckSummary[];
  children: ReactNode;
}

/** A list that shows how its checks go on while some of them are under way (`lib/client/follow-lists.ts`). */
export function LiveList({ id, checks, children }: LiveListProps) {
  const isLive = checks.some(({ status }) => status === 'queued' || status === 'running');
  return (
    <LivePart id={id} isLive={isLive}>
      {children}
    </LivePart>
  );
}

interface LivePartProps {
  /** By which the page knows it again. */
  id: string;
  /** Whether something in it goes on. */
  isLive: boolean;
  children: ReactNode;
}

/** A part of a page that is exchanged for the one of now while something in it goes on (`lib/client/follow-lists.ts`). */
export function LivePart({ id, isLive, children }: LivePartProps) {
  return (
    <div data-list={id} {...(isLive && { 'data-under-way': '' })}>
      {children}
    </div>
  );
}
