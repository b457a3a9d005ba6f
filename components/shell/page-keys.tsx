'use client';

import { useEffect } from 'react';
import { JumpDialog } from './jump-dialog';
import { KeyHelp } from './key-help';
import { listenToPage } from './listen-to-page';
import type { Jump } from './pages';

/** The keys and the copy buttons of every page, in one place, so that the rest of a page needs no script; `jumps` are for whoever reads it. */
export function PageKeys({ jumps }: { jumps: readonly Jump[] }) {
  useEffect(() => listenToPage(), []);
  return (
    <>
      <p role="status" data-said="" className="sr-only" />
      <KeyHelp />
      <JumpDialog further={jumps} />
    </>
  );
}
