import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** Evidence as it is: a name, a line, a value. */
export function Code({ className, children }: { className?: string; children: ReactNode }) {
  return <code className={clsx('text-note font-mono wrap-anywhere', className)}>{children}</code>;
}
