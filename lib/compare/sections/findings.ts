import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { Aspect } from '../aspect';
import { withoutJitter } from '../jitter';

/** What was concluded. Counts and moments are others each time, and names come in the order of the answers. */
export function findingAspects({ findings }: Report): Aspect[] {
  return findings.map(({ code, severity, title, args }) => ({
    what: 'findings.finding',
    of: code,
    values: [severity, title],
    likeness: JSON.stringify([
      severity,
      ...Object.entries(args).map(([name, value]) => [name, likeOf(value)]),
    ]),
  }));
}

function likeOf(value: Finding['args'][string]): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutJitter(one)).sort();
  return typeof value === 'string' ? withoutJitter(value) : typeof value === 'boolean' && value;
}
