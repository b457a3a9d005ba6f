'use client';

import { useEffect, useRef, useState } from 'react';
import type { messagePreview } from '@/lib/show/message-preview';

type Preview = typeof messagePreview;

/** What will be sent, line by line, while the form around it is filled in. */
export function MessagePreview({ defaults }: { defaults: { sender: string; helo: string } }) {
  const place = useRef<HTMLElement>(null);
  const [lines, setLines] = useState<string | null>(null);
  const { sender, helo } = defaults;
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return undefined;
    const leave = new AbortController();
    const follow = (preview: Preview): void => {
      const show = (): void => setLines(preview(draftOf(new FormData(form)), { sender, helo }));
      show();
      form.addEventListener('input', show, { signal: leave.signal });
    };
    // The parser of addresses comes after the page, as for the field.
    void import('@/lib/show/message-preview').then(
      (room) => !leave.signal.aborted && follow(room.messagePreview),
    );
    return () => leave.abort();
  }, [sender, helo]);
  return (
    <figure ref={place} className="min-w-0 text-sm">
      <figcaption className="font-medium">What will be sent</figcaption>
      <pre className="bg-faint border-line text-note mt-1 rounded-md border px-3 py-2 wrap-anywhere whitespace-pre-wrap">
        {lines ?? 'Type the address first: the lines will stand here.'}
      </pre>
    </figure>
  );
}

function draftOf(form: FormData) {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    target: text('target'),
    sender: text('sender').trim(),
    helo: text('helo').trim(),
    subject: text('subject'),
    body: text('body'),
  };
}
