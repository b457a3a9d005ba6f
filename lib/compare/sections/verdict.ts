import { decisiveSession } from '@/lib/report/decisive-session';
import type { Report } from '@/lib/report/report';
import { type Aspect, exactly, inAnyOrder } from '../aspect';
import { replyAspect } from './reply';

/** The conclusion about the whole check. */
export function verdictAspects(report: Report): Aspect[] {
  const { verdict } = report;
  if (verdict === null) return [];
  const { outcome, stage, side, lookFirst, depth, but } = verdict;
  const session = decisiveSession(report);
  return [
    exactly('verdict.outcome', '', [outcome]),
    ...(stage === null ? [] : [exactly('verdict.stage', '', [stage])]),
    ...(session === null ? [] : [exactly('verdict.server', '', [session.exchange])]),
    ...(session?.reply ? [replyAspect('verdict.reply', '', session.reply, session.queueId)] : []),
    exactly('verdict.side', '', [side]),
    exactly('verdict.look-first', '', [lookFirst.side]),
    exactly('verdict.depth', '', [depth]),
    inAnyOrder('verdict.flaws', '', but),
  ];
}
