import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** Why what was asked for was not done. */
export function Alert({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <p role="alert" className={clsx('text-bad max-w-text', className)}>
      {children}
    </p>
  );
}
