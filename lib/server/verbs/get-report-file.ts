import type { Report } from '@/lib/report/report';
import type { StoredEvidence } from '@/lib/report/stored-evidence';
import { type CheckLink, getReport, leadsTo } from './get-report';
import { verb } from './verb';

/** A report with what its digest is made of; null while the check is under way, and where local parts are hidden. */
export interface ReportWithEvidence {
  report: Report;
  evidence: StoredEvidence | null;
}

/** Throws `check-not-found`, `check-damaged`, `link-ended`. */
export const getReportFile = verb(
  'read',
  async (caller, link: CheckLink, services): Promise<ReportWithEvidence> => {
    const report = await getReport(caller, link, services);
    const { id, isWhole } = await leadsTo(link.id, services);
    if (report.digest === null || !isWhole) return { report, evidence: null };
    const stored = await services.damages.within('check', id, () => services.store.read(id));
    return { report, evidence: stored?.ending ? stored.evidence : null };
  },
);
