import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { Aspect } from '../aspect';
import { withoutJitter } from '../jitter';

/** What was concluded. Counts and moments in a title are others each time. */
export function findingAspects({ findings }: Report): Aspect[] {
  return findings.map(({ code, severity, title }: Finding) => ({
    what: 'findings.finding',
    of: code,
    values: [severity, title],
    likeness: JSON.stringify([severity, withoutJitter(title)]),
  }));
}
