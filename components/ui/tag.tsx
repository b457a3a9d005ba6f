import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Tone } from '@/lib/show/words';
import { TONE_FILL, TONE_TEXT } from './tone';
import { ToneIcon } from './tone-icon';

interface TagProps {
  tone?: Tone;
  icon?: boolean;
  children: ReactNode;
}

/** A short fact in a frame of its own. What is not judged is written in ink. */
export function Tag({ tone = 'unknown', icon = false, children }: TagProps) {
  const words = tone === 'unknown' || tone === 'note' ? 'text-ink' : TONE_TEXT[tone];
  return (
    <span
      className={clsx(
        'text-note inline-flex items-center gap-1.5 rounded-full px-2.75 py-0.5',
        TONE_FILL[tone],
        words,
      )}
    >
      {icon && <ToneIcon tone={tone} size={14} />}
      {children}
    </span>
  );
}
