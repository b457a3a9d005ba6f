'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { answerCopyClick } from '@/lib/client/copy-clicks';
import { openAround } from '@/lib/client/open-around';
import { KeyHelp } from './key-help';

const Palette = lazy(() => import('./palette'));

/** The keys and the copy buttons of every page, in one place, so that the rest of a page needs no script. */
export function PageKeys() {
  const help = useRef<HTMLDialogElement>(null);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) setPaletteOpen(true);
      else if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      else if (event.key === '/') focusField();
      else if (event.key === '?') help.current?.showModal();
      else return;
      event.preventDefault();
    };
    const click = (event: MouseEvent): void => answerCopyClick(event, setSaid);
    const jump = (): void => openAround(location.hash);
    jump();
    document.addEventListener('keydown', press);
    document.addEventListener('click', click);
    window.addEventListener('hashchange', jump);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('click', click);
      window.removeEventListener('hashchange', jump);
    };
  }, []);

  return (
    <>
      <p role="status" className="sr-only">
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

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** The page's own field comes before the one in the header. */
function focusField(): void {
  const field = document.querySelector<HTMLInputElement>('main [data-target-field]');
  (field ?? document.querySelector<HTMLInputElement>('[data-target-field]'))?.focus();
}
