import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface AdviceProps {
  /** As wide as a finding's own words. */
  wide?: boolean;
  className?: string;
  children: ReactNode;
}

/** What it means and what to do, set apart by a bar. */
export function Advice({ wide = false, className, children }: AdviceProps) {
  return (
    <div className={clsx('border-line border-l-3 pl-3', wide ? 'max-w-finding' : 'max-w-text', className)}>
      {children}
    </div>
  );
}
