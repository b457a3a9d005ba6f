import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { ownLink } from '@/lib/own-link';
import { Alert } from './alert';

interface UploadFormProps extends ComponentProps<'form'> {
  /** A call of the API that leads to the page of what was sent. */
  action: `/api/${string}`;
  /** What stands against what was sent before; null at first. */
  problem: string | null;
}

/** A pasted text or a file for the API. Works without a script. */
export function UploadForm({ action, problem, children, ...form }: UploadFormProps) {
  return (
    <form action={ownLink(action)} method="post" encType="multipart/form-data" className="mt-4" {...form}>
      {problem !== null && <Alert className="mb-3">{problem}</Alert>}
      {children}
    </form>
  );
}

interface FileFieldProps {
  label: string;
  /** Kinds of files, as the browser knows them. */
  accept: string;
  className?: string;
}

/** A file in place of what can be pasted. */
export function FileField({ label, accept, className }: FileFieldProps) {
  return (
    <label className={clsx('text-sm', className)}>
      <span className="mr-2">{label}</span>
      <input type="file" name="file" accept={accept} className="file-field max-w-full" />
    </label>
  );
}
