import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Tone } from '@/lib/show/words';
import { ToneIcon } from './tone-icon';

const TONE: Record<Tone, string> = {
  good: 'bg-good-bg text-good',
  wait: 'bg-wait-bg text-wait',
  bad: 'bg-bad-bg text-bad',
  unknown: 'bg-unknown-bg text-ink',
  note: 'bg-unknown-bg text-ink',
};

export function Tag({
  tone = 'unknown',
  icon = false,
  children,
}: {
  tone?: Tone;
  icon?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx('inline-flex items-center gap-1.5 rounded-full px-2.75 py-0.5 text-[13px]', TONE[tone])}
    >
      {icon && <ToneIcon tone={tone} size={14} />}
      {children}
    </span>
  );
}
