import type { Report } from '@/lib/report/report';

/**
 * Milliseconds of the longest chain of dependent round trips in a check: DNS steps along `after`, and for a session
 * its own stages, one after the other, behind the steps that gave its address. No check can be faster than this.
 */
export function longestChainMs(report: Report): number {
  const chains = new Map<number, number>();
  for (const step of report.trace.steps) chains.set(step.n, step.ms + (chains.get(step.after ?? 0) ?? 0));
  const sessions = report.sessions.map((session) => {
    const host = report.route?.hosts.find(({ exchange }) => exchange === session.exchange);
    const steps = (host?.evidence ?? []).filter((n) => givesAddress(report, n, session.address));
    const before = Math.max(0, ...steps.map((n) => chains.get(n) ?? 0));
    return before + session.stages.reduce((sum, { ms }) => sum + ms, 0);
  });
  return Math.max(0, ...chains.values(), ...sessions);
}

function givesAddress(report: Report, n: number, address: string): boolean {
  const step = report.trace.steps.find((one) => one.n === n);
  return step?.answer.some(({ data }) => data === address) ?? false;
}
