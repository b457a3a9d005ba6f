import type { Metadata } from 'next';
import { VerificationView } from '@/components/verify/verification-view';
import { VerifyForm } from '@/components/verify/verify-form';
import { PageHead } from '@/components/ui/page-head';
import { perform } from '@/lib/server/http/perform';
import { verifyProblem } from '@/lib/server/http/verify-problem';
import { findVerification } from '@/lib/server/verbs/verify';

export const metadata: Metadata = {
  title: 'Verify a report',
  description:
    'Whether a report was altered since its digest was made, and what today’s rules conclude from it.',
  robots: { index: false, follow: false },
};

interface Props {
  searchParams: Promise<{ result?: string | string[]; problem?: string | string[] }>;
}

const GONE =
  'This result is no longer kept: results are forgotten after half an hour. Hand the report over again.';

export default async function VerifyPage({ searchParams }: Props) {
  const { result, problem } = await searchParams;
  const verification = typeof result === 'string' ? await perform(findVerification, { id: result }) : null;
  if (verification !== null) return <VerificationView verification={verification} />;
  return (
    <>
      <PageHead
        title="Verify a report"
        about="Hand over the report.json of a check, of this or another mxproof. Its digest is made again from its evidence, and it is judged anew. You see whether it was altered, where, and what today’s rules conclude. The file is not kept."
      />
      <VerifyForm problem={result === undefined ? verifyProblem(problem) : GONE} />
    </>
  );
}
