import { clsx } from 'clsx';
import { type ComponentProps, createElement, type ReactNode } from 'react';

/** What a panel or a row of it can mean. */
type PanelElement = 'div' | 'figure' | 'section' | 'form' | 'dialog' | 'ul' | 'ol' | 'li' | 'p';

type PanelProps<Element extends PanelElement> = ComponentProps<Element> & { as?: Element };

/** A framed part of a page; `long` when paper may break it. */
export function Panel<Element extends PanelElement = 'div'>({
  as,
  long = false,
  className,
  ...props
}: PanelProps<Element> & { long?: boolean }) {
  return createElement(as ?? 'div', { className: clsx('panel', long && 'panel-long', className), ...props });
}

/** One of several rows of a panel, with a line between two; `narrow` in a side column. Its height is its own matter. */
export function PanelRow<Element extends PanelElement = 'li'>({
  as,
  narrow = false,
  className,
  ...props
}: PanelProps<Element> & { narrow?: boolean }) {
  const look = clsx('border-line border-t first:border-t-0', narrow ? 'px-3.5' : 'px-4.5', className);
  return createElement(as ?? 'li', { className: look, ...props });
}

/** A row of something that is kept, with what may be done to it at its end. */
export function EntryRow({ children }: { children: ReactNode }) {
  return <PanelRow className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">{children}</PanelRow>;
}

/** The first line of a row: what it is, and what is said of it at once. */
export function RowLine({ children }: { children: ReactNode }) {
  return <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">{children}</p>;
}

/** What stands at the end of a row's first line; below it on a phone. */
export function RowEnd({ className, ...props }: ComponentProps<'span'>) {
  return <span className={clsx('text-soft text-note ml-auto max-md:ml-0', className)} {...props} />;
}

/** A row with a sign before its words. */
export function SignRow({ sign, tall = false, id, children }: SignRowProps) {
  return (
    <PanelRow
      id={id}
      className={clsx('lights grid grid-cols-[24px_minmax(0,1fr)] gap-x-3', tall ? 'py-4' : 'py-3')}
    >
      <span className="mt-0.5">{sign}</span>
      <div className="min-w-0">{children}</div>
    </PanelRow>
  );
}

interface SignRowProps {
  sign: ReactNode;
  tall?: boolean;
  /** To be linked to: it lights up. */
  id?: string;
  children: ReactNode;
}

/** What is said where there is nothing to list. */
export function PanelNote({ className, ...props }: ComponentProps<'p'>) {
  return <p className={clsx('panel text-soft px-4.5 py-4', className)} {...props} />;
}
