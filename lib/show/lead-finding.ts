import { printReference } from '@/lib/report/reference';
import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';

/** The finding that the verdict was made of; null where that is one of another route, which a report does not list. */
export function leadFinding({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): Finding | null {
  if (verdict === null) return null;
  const proofOf = ({ evidence }: Pick<Finding, 'evidence'>) => evidence.map(printReference).join();
  const same = findings.filter(({ code }) => code === verdict.finding);
  return same.find((one) => proofOf(one) === proofOf(verdict)) ?? null;
}
