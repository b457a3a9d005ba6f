'use client';

import { useEffect, useState } from 'react';
import type { Report } from '@/lib/report/report';
import { latestMs, type StageLimits, waitWords } from '@/lib/show/waiting-for';

interface WaitingLineProps {
  report: Report;
  limits: StageLimits;
  /** How long the check had run when the line was drawn first, by the clock of the server. */
  ranMs: number;
}

/** What is waited for, how long already and how long at most. */
export function WaitingLine({ report, limits, ranMs }: WaitingLineProps) {
  const nowMs = Math.max(ranMs + usePassedMs(), latestMs(report));
  return <p className="text-sm wrap-anywhere tabular-nums">{waitWords(report, nowMs, limits) || '\u00a0'}</p>;
}

/** Milliseconds since the first drawing, by whole seconds. */
function usePassedMs(): number {
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setPassedMs(performance.now() - begun), 1_000);
    return () => clearInterval(timer);
  }, []);
  return passedMs;
}
