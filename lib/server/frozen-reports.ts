import type { Report } from '@/lib/check/report';

/** Reports kept; a link that was just sent is read several times, an old one hardly ever. */
const MAX_KEPT = 20;

/** Reports of ended checks, which never change while this process runs; the least recently read goes first. */
export interface FrozenReports {
  get(id: string): Report | undefined;
  keep(report: Report): void;
}

export function createFrozenReports(): FrozenReports {
  const kept = new Map<string, Report>();
  const touch = (report: Report): void => {
    kept.delete(report.id);
    kept.set(report.id, report);
  };
  return {
    get(id) {
      const report = kept.get(id);
      if (report !== undefined) touch(report);
      return report;
    },
    keep(report) {
      touch(report);
      const [oldest] = kept.keys();
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}
