'use client';

/** A bug of ours. What the network did never ends here. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="pt-16">
      <h1 className="text-[23px] font-semibold tracking-[-0.015em] md:text-[28px]">
        This page could not be made.
      </h1>
      <p className="text-soft mt-2 max-w-[60ch]">
        The fault is in mxproof, not in what you asked for. Checks that are running go on; nothing that was
        seen is lost.
        {error.digest && (
          <>
            {' '}
            The log of the server has it under <code className="font-mono">{error.digest}</code>.
          </>
        )}
      </p>
      <p className="mt-5">
        <button type="button" onClick={reset} className="btn">
          Try again
        </button>
      </p>
    </div>
  );
}
