import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AnchorButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { problemToDraw } from '@/lib/server/http/perform';

export const metadata: Metadata = { title: 'Not possible', robots: { index: false, follow: false } };

/** In place of a page that cannot be made: what keeps it from being made, in the words of the API. */
export default async function ProblemPage() {
  const problem = await problemToDraw();
  if (problem === null) notFound();
  const { status, title, say, retryAfterSeconds, request } = problem;
  return (
    <PageHead low above={<span className="font-mono">{status}</span>} title={`${title}.`} about={say}>
      {retryAfterSeconds !== null && (
        <p className="text-soft mt-2">
          Try again in {retryAfterSeconds} seconds. Nothing that was seen is lost.
        </p>
      )}
      {request !== null && (
        <p className="text-soft text-note mt-2">
          Request <span className="font-mono">{request}</span>
        </p>
      )}
      <p className="mt-5">
        <AnchorButton href="/">To the start</AnchorButton>
      </p>
    </PageHead>
  );
}
