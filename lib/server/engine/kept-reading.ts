import { z } from 'zod';
import { RULES_VERSION } from '@/lib/report/versions';
import { MailReading } from '@/lib/complaint/mail-reading';
import type { KeptReading, StoredMail } from '@/lib/store/mail-store';
import type { ReadMail } from './mail-reader/task';

/** What the worker has read, as it is kept; null: it could not be read in time. A mail without a date is as old as its hand-over. */
export function keptReading(read: ReadMail | null, createdAt: Date): KeptReading {
  const rulesVersion = RULES_VERSION;
  if (read === null)
    return { kind: 'unread', rulesVersion, reading: null, sharedReading: null, at: createdAt, subjects: [] };
  const { kind, reading, sharedReading, subjects } = read;
  const at = read.writtenAt === null ? createdAt : new Date(read.writtenAt);
  return { kind, rulesVersion, reading, sharedReading, at, subjects };
}

/** Whether these rules have been tried on it; others read it again. */
export function isOfToday({ rulesVersion, kind, reading }: StoredMail): boolean {
  return rulesVersion === RULES_VERSION && (kind === 'unread' || reading !== null);
}

const Text = z.string().transform((text): unknown => JSON.parse(text));

/** What is kept, for whoever asked for it by this id: without local parts by the shared one. */
export function readingOf(stored: StoredMail): MailReading {
  const { isShared, reading, sharedReading } = stored;
  const text = isShared ? sharedReading : reading;
  return text === null
    ? { kind: 'unread', bounce: null, feedback: null }
    : Text.pipe(MailReading).parse(text);
}
