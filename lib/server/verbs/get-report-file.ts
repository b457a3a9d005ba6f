import type { Report } from '@/lib/report/report';
import type { StoredEvidence } from '@/lib/report/stored-evidence';
import { type CheckLink, getReport } from './get-report';
import { verb } from './verb';

/** A report with what its digest is made of; null while the check is under way. */
export interface ReportWithEvidence {
  report: Report;
  evidence: StoredEvidence | null;
}

/** Throws `check-not-found`, `check-damaged`. */
export const getReportFile = verb(
  'read',
  async (caller, link: CheckLink, services): Promise<ReportWithEvidence> => {
    const report = await getReport(caller, link, services);
    if (report.digest === null) return { report, evidence: null };
    const stored = await services.damages.within('check', link.id, () => services.store.read(link.id));
    return { report, evidence: stored?.ending ? stored.evidence : null };
  },
);
