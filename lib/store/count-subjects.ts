import type { MailKind } from '@/lib/notice/notice';
import type { SubjectCounts } from '@/lib/complaint/mail-summary';
import type { PrismaClient } from './generated/client';

export interface CountQuery {
  kind: MailKind;
  /** As `2026-11-24`. */
  from: string;
  to: string;
  /** Of what they have in common, the most frequent. */
  most: number;
}

/** The database counts, in an index that has everything that is counted: no row is read. */
export async function countSubjects(
  { mailSubject }: PrismaClient,
  { kind, from, to, most }: CountQuery,
): Promise<SubjectCounts> {
  const where = { kind, day: { gte: from, lte: to } };
  const mostFrequent = { _count: { n: true }, orderBy: { _count: { n: 'desc' } }, take: most } as const;
  const days = await mailSubject.groupBy({ by: ['day', 'category'], where, _count: { n: true } });
  const sources = await mailSubject.groupBy({
    by: ['sourceAddress'],
    where: { ...where, sourceAddress: { not: null } },
    ...mostFrequent,
  });
  const campaigns = await mailSubject.groupBy({
    by: ['campaign'],
    where: { ...where, campaign: { not: null } },
    ...mostFrequent,
  });
  const domains = await mailSubject.groupBy({
    by: ['domain'],
    where: { ...where, domain: { not: null } },
    ...mostFrequent,
  });
  return {
    days: days.map(({ day, category, _count }) => ({ day, category, count: _count.n })),
    sources: sources.map(({ sourceAddress, _count }) => ({ name: sourceAddress ?? '', count: _count.n })),
    campaigns: campaigns.map(({ campaign, _count }) => ({ name: campaign ?? '', count: _count.n })),
    domains: domains.map(({ domain, _count }) => ({ name: domain ?? '', count: _count.n })),
  };
}
