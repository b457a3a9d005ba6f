import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

/** What goes on the wire as it is typed: nothing completes, corrects or capitalises it. */
const EXACT = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;

/** A line to type; `exact` when it goes on the wire as it is. */
export function Input({ exact = false, className, ...input }: { exact?: boolean } & ComponentProps<'input'>) {
  return <input className={clsx('field', className)} {...(exact ? EXACT : {})} {...input} />;
}

interface FieldProps {
  label: string;
  /** What it is for, in a sentence below it. */
  hint?: string | undefined;
  /** The control: an `Input`, or a `textarea` of class `field`. */
  children: ReactNode;
}

/** A control under its label. */
export function Field({ label, hint, children }: FieldProps) {
  return (
    <label className="block text-sm">
      <span className="font-medium">{label}</span>
      {children}
      {hint !== undefined && <span className="text-soft text-note mt-1 block">{hint}</span>}
    </label>
  );
}

/** One of several; as wide as the longest. */
export function Select(select: ComponentProps<'select'>) {
  return <select className="field block w-auto" {...select} />;
}

/** Several lines to type; `exact` when they are kept as they are. */
export function TextArea({ exact = false, ...area }: { exact?: boolean } & ComponentProps<'textarea'>) {
  return <textarea className={clsx('field', exact && 'font-mono')} {...(exact ? EXACT : {})} {...area} />;
}

/** A large place for something that was copied elsewhere. */
export function PasteField({ label, ...area }: { id: string; label: string } & ComponentProps<'textarea'>) {
  return (
    <>
      <label htmlFor={area.id} className="text-sm font-semibold">
        {label}
      </label>
      <textarea className="panel text-note mt-1 block w-full p-3 font-mono" {...area} />
    </>
  );
}
