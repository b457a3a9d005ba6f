import type { Verdict } from '@/lib/report/finding';

/** Why to look there first; null where the headline, or a cause that stands below it, says the same. */
export function lookFirstReason({
  headline,
  lookFirst: { because },
  diagnosis,
}: Pick<Verdict, 'headline' | 'lookFirst' | 'diagnosis'>): string | null {
  return because === headline || diagnosis.some((cause) => cause.because === because) ? null : because;
}
