import type { MailSubject } from '@/lib/complaint/mail-summary';
import type { MailKind } from '@/lib/notice/notice';

/** A message inside of what was handed over, in octets. */
export interface Span {
  start: number;
  end: number;
}

/** What the worker is asked for. The octets are shared, so that they are copied nowhere and outlive a worker that is ended. */
export type Task =
  { what: 'split'; raw: SharedArrayBuffer } | { what: 'read'; raw: SharedArrayBuffer; span: Span };

/** A mail, read, in the form in which it is kept: nothing of it needs to be read again for a view. */
export interface ReadMail {
  kind: MailKind;
  /** When it says that it was written, as RFC 3339; null when it does not say. */
  writtenAt: string | null;
  /** The reading as JSON, and the same without local parts. */
  reading: string;
  sharedReading: string;
  subjects: MailSubject[];
}

/** What a task gives. */
export interface Results {
  split: Span[];
  read: ReadMail;
}
