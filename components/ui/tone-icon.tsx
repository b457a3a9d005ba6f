import { CircleAlert, CircleCheck, CircleQuestionMark, CircleX, Info } from 'lucide-react';
import { clsx } from 'clsx';
import type { Tone } from '@/lib/show/words';

const ICONS = {
  good: CircleCheck,
  wait: CircleAlert,
  bad: CircleX,
  unknown: CircleQuestionMark,
  note: Info,
} as const;

export const TONE_TEXT: Record<Tone, string> = {
  good: 'text-good',
  wait: 'text-wait',
  bad: 'text-bad',
  unknown: 'text-unknown',
  note: 'text-unknown',
};

/** Colour never stands alone: each tone has a sign of its own. The word beside it says the same. */
export function ToneIcon({ tone, size = 18 }: { tone: Tone; size?: number }) {
  const Icon = ICONS[tone];
  return <Icon aria-hidden size={size} strokeWidth={1.9} className={clsx('shrink-0', TONE_TEXT[tone])} />;
}
