'use client';

import { AnchorButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import './globals.css';

/** The last resort, when not even the frame of the pages could be made. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>mxproof: a fault of ours</title>
        <main className="wrap">
          <PageHead
            low
            title="mxproof could not make this page."
            about={`The fault is ours; nothing that was seen is lost.${error.digest ? ` The log has it under ${error.digest}.` : ''}`}
          >
            <p className="mt-5">
              <AnchorButton href="/">To the start</AnchorButton>
            </p>
          </PageHead>
        </main>
      </body>
    </html>
  );
}
