import { CircleAlert, CircleCheck, CircleQuestionMark, CircleX, Info } from 'lucide-react';
import { clsx } from 'clsx';
import type { Tone } from '@/lib/show/words';
import { TONE_TEXT } from './tone';

const ICONS = {
  good: CircleCheck,
  wait: CircleAlert,
  bad: CircleX,
  unknown: CircleQuestionMark,
  note: Info,
} as const;

/** Colour never stands alone: each tone has a sign of its own. The word beside it says the same. */
export function ToneIcon({ tone, size = 18 }: { tone: Tone; size?: number }) {
  const Icon = ICONS[tone];
  return <Icon aria-hidden size={size} strokeWidth={1.9} className={clsx('shrink-0', TONE_TEXT[tone])} />;
}
