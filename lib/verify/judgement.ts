import { groupBy } from '@/lib/group-by';
import { deviationsOf } from './deviations';
import { isObject } from './read-json';
import type { Deviation } from './verification';

/** Where conclusions, as documents, differ; severities, which an operator may choose, and so the order of findings, aside. */
export function judgementDeviations(
  stated: Readonly<Record<string, unknown>>,
  made: Readonly<Record<string, unknown>>,
): Deviation[] {
  return [
    ...deviationsOf('/verdict', stated['verdict'], made['verdict']),
    ...findingDeviations(listOf(stated['findings']), listOf(made['findings'])),
    ...deviationsOf('/notes', stated['notes'], made['notes']),
  ];
}

/** Whether a finding that is otherwise the same has another severity. */
export function haveOtherSeverities(stated: unknown, made: unknown): boolean {
  const own = new Map(listOf(made).map((one) => [plain(one), severityOf(one)]));
  return listOf(stated).some((one) => (own.get(plain(one)) ?? severityOf(one)) !== severityOf(one));
}

function findingDeviations(stated: readonly unknown[], made: readonly unknown[]): Deviation[] {
  const left = new Map<string, unknown[]>();
  for (const one of made) left.set(plain(one), [...(left.get(plain(one)) ?? []), one]);
  const others = stated.filter((one) => left.get(plain(one))?.pop() === undefined);
  const missing = [...left.values()].flat();
  const codes = groupBy([...others, ...missing], codeOf).map(([first]) => codeOf(first));
  return codes.flatMap((code) => {
    const isOf = (one: unknown) => codeOf(one) === code;
    const [theirs, ours] = [others.filter(isOf), missing.filter(isOf)];
    return Array.from({ length: Math.max(theirs.length, ours.length) }, (_, n) =>
      deviationsOf(`/findings/${code}`, withoutSeverity(theirs[n]), withoutSeverity(ours[n])),
    ).flat();
  });
}

function plain(finding: unknown): string {
  const value = withoutSeverity(finding);
  if (!isObject(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutSeverity(finding: unknown): unknown {
  return isObject(finding) ? { ...finding, severity: undefined } : finding;
}

function severityOf(finding: unknown): unknown {
  return isObject(finding) ? finding['severity'] : undefined;
}

function codeOf(finding: unknown): string {
  return isObject(finding) && typeof finding['code'] === 'string' ? finding['code'] : '?';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
