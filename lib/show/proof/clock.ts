import type { Report } from '@/lib/report/report';

/** `08:14:07.208`, UTC: so many milliseconds after the check began. */
export function clockAt({ startedAt }: Pick<Report, 'startedAt'>, ms: number): string {
  const at = new Date(Date.parse(startedAt) + ms);
  return Number.isNaN(at.getTime()) ? '--:--:--.---' : at.toISOString().slice(11, 23);
}
