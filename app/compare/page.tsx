import type { Metadata } from 'next';
import { CompareForm } from '@/components/compare/compare-form';
import { ComparisonView } from '@/components/compare/comparison-view';
import { NoticeComparison } from '@/components/compare/notice-comparison';
import { PageHead } from '@/components/ui/page-head';
import { perform } from '@/lib/server/http/perform';
import { comparedCheck, findComparison } from '@/lib/server/verbs/compare';
import { shown } from '@/lib/show/shown';

/** Both links are the permission to read: no robot indexes it, no click on it tells where it came from. */
export const metadata: Metadata = {
  title: 'Compare two checks',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

interface Props {
  searchParams: Promise<{ a?: string | string[]; b?: string | string[] }>;
}

/** Characters of a link that are shown again. */
const MAX_LINK = 400;

export default async function ComparePage({ searchParams }: Props) {
  const { a, b } = await searchParams;
  const asked = { a: only(a), b: only(b) };
  const isAsked = a !== undefined || b !== undefined;
  const comparison = isAsked ? await perform(findComparison, asked) : null;
  if (comparison?.kind === 'checks') return <ComparisonView {...comparison} />;
  if (comparison?.kind === 'notice')
    return <NoticeComparison {...comparison} compared={comparedCheck(comparison.check)} />;
  return (
    <>
      <PageHead
        title="Compare two checks"
        about="Give the links of two checks of one domain. You see what differs: verdict, findings, DNS, each SMTP session. A bounce can be compared with a check of its recipient."
      />
      <CompareForm
        a={shown(asked.a.slice(0, MAX_LINK))}
        b={shown(asked.b.slice(0, MAX_LINK))}
        problem={comparison?.say ?? null}
      />
    </>
  );
}

/** Of a parameter that was given more than once, nothing: nobody can tell which was meant. */
function only(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
