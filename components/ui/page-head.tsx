import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Tone } from '@/lib/show/words';
import { ToneIcon } from './tone-icon';

interface PageTitleProps {
  /** A name as it is, not a sentence. */
  mono?: boolean;
  /** Of the start page. */
  large?: boolean;
  /** Of an answer: its sign stands before it. */
  tone?: Tone;
  className?: string;
  children: ReactNode;
}

/** What the page is, or the answer that it gives. */
export function PageTitle({ mono = false, large = false, tone, className, children }: PageTitleProps) {
  const look = clsx(
    'max-w-title leading-tight font-semibold wrap-anywhere',
    large ? 'text-hero' : 'text-title',
    mono ? 'font-mono' : 'tracking-title',
    tone && 'flex items-start gap-3',
    className,
  );
  if (tone === undefined) return <h1 className={look}>{children}</h1>;
  return (
    <h1 className={look}>
      <span className="mt-1 md:mt-1.5">
        <ToneIcon tone={tone} size={24} />
      </span>
      <span className="min-w-0">{children}</span>
    </h1>
  );
}

interface PageHeadProps extends Pick<PageTitleProps, 'mono' | 'tone'> {
  /** Where the page belongs, or when it was made. */
  above?: ReactNode;
  title: ReactNode;
  /** What can be done here. */
  about?: ReactNode;
  /** Further from the header: a page on which there is nothing else. */
  low?: boolean;
  children?: ReactNode;
}

/** The head of a page. */
export function PageHead({ above, title, about, low = false, children, ...look }: PageHeadProps) {
  return (
    <header className={low ? 'pt-16' : 'pt-6'}>
      {above !== undefined && <p className="text-soft mb-1.5 flex flex-wrap gap-x-3 text-sm">{above}</p>}
      <PageTitle {...look}>{title}</PageTitle>
      {about !== undefined && <p className="text-soft max-w-text mt-2">{about}</p>}
      {children}
    </header>
  );
}
