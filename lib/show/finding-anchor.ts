import type { Finding } from '@/lib/report/finding';

/** The place of a finding on the page of its check; those of one code are numbered. */
export function findingAnchor(findings: readonly Finding[], finding: Finding): string {
  const nth = findings.filter(({ code }) => code === finding.code).indexOf(finding);
  return nth > 0 ? `finding-${finding.code}-${nth + 1}` : `finding-${finding.code}`;
}
