import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { reportMailPath } from '@/lib/report-mail/path-of';
import type { ReportMailView } from '@/lib/report-mail/report-mail';
import { ReportKind } from '@/lib/report-mail/schema';
import { isCheckId, newCheckId } from '@/lib/store/check-id';
import type { NewReportMail, ReportListQuery, StoredReportMail } from '@/lib/store/report-store';
import { isOfToday, keptReading, readingOf } from './kept-reading';
import { createMemoryQuota } from './engine/memory-quota';
import { log, shortId } from './config/log';
import type { Span } from './mail-reader/task';
import { shared } from './read-body';
import { services } from './engine/services';

/** Answer to one mail that was handed over. */
export const TakenReportMail = z.object({
  id: z.string(),
  url: z.string().describe('path of its page'),
  kind: ReportKind,
});
export type TakenReportMail = z.infer<typeof TakenReportMail>;

/** Answer to an mbox. */
export const TakenReportMails = z.object({ items: z.array(TakenReportMail) });

/** Hand-overs from one address within a minute; an mbox is one. */
const MAX_HANDED_OVER = 600;

/** Mails that one address has read again within a minute. */
const MAX_READ_AGAIN = 10;

/** Milliseconds in which the messages of one hand-over are read; those left are kept unread. */
const HAND_OVER_MS = 30_000;

/** Milliseconds for a mail that somebody asks to have read again, since what is usual was not enough. */
const READ_AGAIN_MS = 10_000;

const quota = createMemoryQuota({ most: MAX_HANDED_OVER, code: 'too-many-reports', what: 'mails' });
const quotaAgain = createMemoryQuota({
  most: MAX_READ_AGAIN,
  code: 'too-many-reports',
  what: 'mails to be read again',
});

/** Reads and keeps a mail, or every mail of an mbox. Throws `request-invalid` for nothing, `too-many-reports`. */
export async function takeReportMails(
  raw: SharedArrayBuffer,
  { ip }: { ip: string },
): Promise<TakenReportMail[]> {
  await quota.take(ip);
  const { store, reader } = await services();
  const until = Date.now() + HAND_OVER_MS;
  const spans = (await reader.split(raw)) ?? [{ start: 0, end: raw.byteLength }];
  if (spans.length === 0)
    throw new AppProblem('request-invalid', {
      say: 'There is nothing in it: paste a message, or choose a file.',
    });
  const taken: TakenReportMail[] = [];
  for (const span of spans) {
    const mail = await newReportMail(raw, span, until);
    await store.keepReport(mail);
    const octets = span.end - span.start;
    log.info({ report: shortId(mail.id), kind: mail.kind, octets }, 'mail about mail kept');
    taken.push({ id: mail.id, url: reportMailPath(mail), kind: mail.kind });
  }
  return taken;
}

async function newReportMail(raw: SharedArrayBuffer, span: Span, until: number): Promise<NewReportMail> {
  const { reader } = await services();
  const createdAt = new Date();
  const read = createdAt.getTime() < until ? await reader.read(raw, span) : null;
  const message = new Uint8Array(raw, span.start, span.end - span.start);
  const ids = { id: newCheckId(), sharedId: newCheckId() };
  return { ...ids, createdAt, raw: message, ...keptReading(read, createdAt) };
}

/** A mail by either of its ids, without local parts by its shared one; null when there is none. */
export async function getReportMail(id: string): Promise<ReportMailView | null> {
  const stored = await readReportMail(id);
  return stored === null ? null : viewOf(stored);
}

/** A mail as it is kept, read by the rules of today; null when there is none. */
export async function readReportMail(id: string): Promise<StoredReportMail | null> {
  const stored = await findReportMail(id);
  return stored === null || isOfToday(stored) ? stored : readAgain(stored);
}

/** Reads one mail again, with more time than usual. Throws `too-many-reports`. */
export async function readReportMailAgain(
  id: string,
  { ip }: { ip: string },
): Promise<ReportMailView | null> {
  const stored = await findReportMail(id);
  if (stored === null) return null;
  await quotaAgain.take(ip);
  return viewOf(await readAgain(stored, READ_AGAIN_MS));
}

async function readAgain(stored: StoredReportMail, ms?: number): Promise<StoredReportMail> {
  const { store, reader, room } = await services();
  const share = room.open();
  try {
    await share.take(stored.octets);
    const message = await store.readMessage(stored.id);
    if (message === null) return stored;
    const span = { start: 0, end: message.length };
    const reading = keptReading(await reader.read(shared([message]), span, ms), stored.createdAt);
    await store.keepReading(stored.id, reading);
    return { ...stored, ...reading };
  } finally {
    share.leave();
  }
}

function viewOf(stored: StoredReportMail): ReportMailView {
  const { id, sharedId, isShared, createdAt, octets, rulesVersion } = stored;
  return {
    id: isShared ? sharedId : id,
    sharedId,
    isShared,
    createdAt: createdAt.toISOString(),
    octets,
    rulesVersion,
    ...readingOf(stored),
  };
}

/** The message as it came; null when there is none, and by the shared id, whose view hides what stands in it. */
export async function getRawMessage(id: string): Promise<Uint8Array | null> {
  const stored = await findReportMail(id);
  if (stored === null || stored.isShared) return null;
  const { store } = await services();
  return store.readMessage(stored.id);
}

async function findReportMail(id: string): Promise<StoredReportMail | null> {
  if (!isCheckId(id)) return null;
  const { store } = await services();
  return store.readReport(id);
}

/** Notices about deliveries, and what turned out to be none; complaints are listed apart. */
const NOTICES = ReportKind.options.filter((kind) => kind !== 'feedback');

/** Lately handed over: complaints, or everything else. */
export async function listReportMails(what: 'notices' | 'complaints', query: Omit<ReportListQuery, 'kinds'>) {
  const { store } = await services();
  return store.listReports({ ...query, kinds: what === 'complaints' ? ['feedback'] : NOTICES });
}

/** Days that are counted for the chart. */
export const COUNTED_DAYS = 30;

/** Complaints, or recipients of bounces, of the last days. */
export async function countReportMails(kind: 'feedback' | 'bounce', now: Date) {
  const { store } = await services();
  return store.countReports(kind, new Date(now.getTime() - COUNTED_DAYS * 24 * 3600 * 1000));
}
