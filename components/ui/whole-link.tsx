'use client';

import { useSyncExternalStore } from 'react';
import { ownLink } from '@/lib/own-link';

const never = (): (() => void) => () => undefined;

/** The whole address of a page of ours, to be read or printed. The server, which knows no name of itself, writes the path. */
export function WholeLink({ path }: { path: string }) {
  const own = ownLink(path);
  const text = useSyncExternalStore(
    never,
    () => new URL(own, location.href).href,
    () => own,
  );
  return <span data-whole-link={own}>{text}</span>;
}
