import { Button } from '@/components/ui/button';
import { Code } from '@/components/ui/code';
import { PageHead } from '@/components/ui/page-head';

interface OurFaultProps {
  /** By which the log of the server has it, where it was met there. */
  digest?: string | undefined;
  again: () => void;
}

/** A bug of ours. What the network did never ends here. */
export function OurFault({ digest, again }: OurFaultProps) {
  return (
    <PageHead low title="This page could not be made.">
      <p className="text-soft max-w-text mt-2">
        The fault is in mxproof, not in what you asked for. Checks that are running go on; nothing that was
        seen is lost.
        {digest && (
          <>
            {' '}
            The log of the server has it under <Code>{digest}</Code>.
          </>
        )}
      </p>
      <p className="mt-5">
        <Button type="button" onClick={again}>
          Try again
        </Button>
      </p>
    </PageHead>
  );
}
