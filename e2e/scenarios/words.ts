import type { Report } from '@/lib/report/report';

/** Every sentence that a reader of the verdict and the findings meets, one a line. */
export function wordsOf({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): string {
  const cases = verdict?.cases.flatMap(({ when, because }) => [when, because]) ?? [];
  const causes = verdict?.diagnosis.flatMap(({ because, next }) => [because, next ?? '']) ?? [];
  const told = findings.flatMap(({ title, why, fix }) => [title, why, fix]);
  return [verdict?.headline, verdict?.plain, ...cases, ...causes, ...told].join('\n');
}
