'use client';

import { Button } from '@/components/ui/button';
import { Code } from '@/components/ui/code';
import { PageHead } from '@/components/ui/page-head';

/** A bug of ours. What the network did never ends here. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PageHead low title="This page could not be made.">
      <p className="text-soft max-w-text mt-2">
        The fault is in mxproof, not in what you asked for. Checks that are running go on; nothing that was
        seen is lost.
        {error.digest && (
          <>
            {' '}
            The log of the server has it under <Code>{error.digest}</Code>.
          </>
        )}
      </p>
      <p className="mt-5">
        <Button type="button" onClick={reset}>
          Try again
        </Button>
      </p>
    </PageHead>
  );
}
