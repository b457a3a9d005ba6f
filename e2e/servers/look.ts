import assert from 'node:assert/strict';
import type { Report } from '@/lib/report/report';

/** What the verdict comes to. */
export function pick({ verdict }: Report) {
  return verdict && { outcome: verdict.outcome, side: verdict.side, stage: verdict.stage };
}

/** The arguments of the one finding with this code; fails when there is none. */
export function finding(report: Report, code: string): Report['findings'][number]['args'] {
  const [found, ...more] = report.findings.filter((one) => one.code === code);
  assert.ok(found, `${code} is among ${report.findings.map((one) => one.code).join(', ')}`);
  assert.equal(more.length, 0, `${code} once`);
  return found.args;
}

/** Fails unless the one finding with this code has these arguments, whatever else it has. */
export function assertFound(report: Report, code: string, args: Readonly<Record<string, unknown>>): void {
  const found = finding(report, code);
  assert.deepEqual(Object.fromEntries(Object.keys(args).map((key) => [key, found[key]])), args);
}
