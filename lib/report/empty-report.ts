import { noFacts } from './facts';
import type { Report } from './report';

/** A report in which nothing has happened yet: what a check looks like while it waits for its turn. */
export function emptyReport(
  about: Pick<Report, 'id' | 'target' | 'options' | 'vantage' | 'startedAt' | 'versions'>,
): Report {
  return {
    ...about,
    status: 'queued',
    queuePlace: null,
    finishedAt: null,
    durationMs: null,
    digest: null,
    verdict: null,
    findings: [],
    notes: [],
    trace: { queryCount: 0, steps: [] },
    ...noFacts(),
    sessions: [],
    limits: [],
    before: null,
    former: null,
    share: null,
    retest: null,
  };
}
