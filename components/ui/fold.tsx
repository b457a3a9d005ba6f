import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

interface FoldProps extends ComponentProps<'details'> {
  summary: ReactNode;
  summaryLook?: string;
  /** In a panel of its own. */
  framed?: boolean;
}

/** What is shown when asked for. Works without a script, and prints unfolded. */
export function Fold({
  summary,
  summaryLook = 'text-link w-fit text-sm',
  framed = false,
  className,
  children,
  ...details
}: FoldProps) {
  return (
    <details className={clsx('fold', framed && 'panel panel-long', className)} {...details}>
      <summary className={summaryLook}>{summary}</summary>
      {children}
    </details>
  );
}
