import type { Tone } from '@/lib/show/words';

/** The tone of words. */
export const TONE_TEXT: Record<Tone, string> = {
  good: 'text-good',
  wait: 'text-wait',
  bad: 'text-bad',
  unknown: 'text-unknown',
  note: 'text-unknown',
};

/** The same tone behind words. */
export const TONE_FILL: Record<Tone, string> = {
  good: 'bg-good-bg',
  wait: 'bg-wait-bg',
  bad: 'bg-bad-bg',
  unknown: 'bg-unknown-bg',
  note: 'bg-unknown-bg',
};
