'use client';

import './globals.css';

/** The last resort, when not even the frame of the pages could be made. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>mxproof: a fault of ours</title>
        <main className="wrap pt-16">
          <h1 className="text-[23px] font-semibold">mxproof could not make this page.</h1>
          <p className="text-soft mt-2">
            The fault is ours; nothing that was seen is lost.
            {error.digest && ` The log has it under ${error.digest}.`}
          </p>
          <p className="mt-5">
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- the layout is gone: a whole new page is wanted */}
            <a href="/" className="btn">
              To the start
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
