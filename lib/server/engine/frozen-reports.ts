import type { Report } from '@/lib/report/report';

/** Reports kept; a link that was just sent is read several times, an old one hardly ever. */
const MAX_KEPT = 20;

/** What was read of ended checks, which never changes while this process runs; the least recently read goes first. */
export interface FrozenReports<T> {
  get(id: string): T | undefined;
  keep(id: string, report: T): void;
  /** Of a check that is no longer kept. */
  drop(id: string): void;
}

export function createFrozenReports<T>(): FrozenReports<T> {
  const kept = new Map<string, T>();
  const touch = (id: string, report: T): void => {
    kept.delete(id);
    kept.set(id, report);
  };
  return {
    get(id) {
      const report = kept.get(id);
      if (report !== undefined) touch(id, report);
      return report;
    },
    drop: (id) => void kept.delete(id),
    keep(id, report) {
      touch(id, report);
      const [oldest] = kept.keys();
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** A report with what leads further. */
export interface FoundReport {
  report: Report;
  /** The first check, of which this one is a repetition. */
  retestOf: string | undefined;
  /** The notice that it was started from. */
  noticeId: string | undefined;
  /** The check after which somebody has run it again. */
  formerId: string | undefined;
}
