import { printReference } from '@/lib/report/reference';
import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';

/** The finding that the verdict was made of: it rests on the same evidence, or on more, and is of the same mind. */
export function leadFinding({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): Finding | null {
  if (verdict === null) return null;
  const proof = verdict.evidence.map(printReference);
  const same = findings.filter(({ evidence }) => evidence.map(printReference).join() === proof.join());
  const more = findings.filter(({ evidence }) => evidence.some((one) => proof.includes(printReference(one))));
  const isOfOneMind = ({ side, permanence }: Finding) =>
    side === verdict.side && (verdict.outcome === 'depends' || permanence === verdict.permanence);
  return same.find(isOfOneMind) ?? more.find(isOfOneMind) ?? null;
}
