import type { Reply } from '@/lib/smtp/session';
import type { Aspect, AspectName } from '../aspect';
import { withoutJitter } from '../jitter';

/** A reply: its codes as they are, its words without what is another one each time. */
export function replyAspect(
  what: AspectName,
  of: string,
  { code, enhanced, lines }: Reply,
  queueId: string | null = null,
): Aspect {
  return {
    what,
    of,
    values: lines.map((line) => `${code} ${line}`.trimEnd()),
    likeness: JSON.stringify([code, enhanced, ...lines.map((line) => withoutJitter(line, queueId))]),
  };
}
