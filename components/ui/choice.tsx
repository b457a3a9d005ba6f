import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

interface ChoiceProps extends ComponentProps<'input'> {
  type: 'checkbox' | 'radio';
  label?: string;
  /** What choosing it means. */
  about?: string;
  framed?: boolean;
  children?: ReactNode;
}

/** Something to tick, with its words beside it. */
export function Choice({ label, about, framed = false, children, ...input }: ChoiceProps) {
  return (
    <label
      className={clsx(
        'flex gap-2.5 text-sm',
        framed && 'border-line has-checked:border-link has-checked:bg-faint rounded-md border px-3 py-2',
      )}
    >
      <input className="accent-link mt-1" {...input} />
      <span>
        {label !== undefined && <span className="block font-medium">{label}</span>}
        {about !== undefined && <span className="text-soft text-note block wrap-anywhere">{about}</span>}
        {children}
      </span>
    </label>
  );
}
