'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { listen } from '@/lib/client/listen';
import { KeyHelp } from './key-help';

const Palette = lazy(() => import('./palette'));

/** The keys and the copy buttons of every page, in one place, so that the rest of a page needs no script. */
export function PageKeys() {
  const help = useRef<HTMLDialogElement>(null);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [said, setSaid] = useState('');

  useEffect(() => {
    return listen({
      help: () => help.current?.showModal(),
      jump: () => setPaletteOpen(true),
      say: setSaid,
    });
  }, []);

  return (
    <>
      <p role="status" data-said="" className="sr-only">
        {said}
      </p>
      <KeyHelp dialog={help} />
      {isPaletteOpen && (
        <Suspense>
          <Palette close={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
