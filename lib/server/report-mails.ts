import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { splitMbox } from '@/lib/report-mail/mbox';
import { reportMailPath } from '@/lib/report-mail/path-of';
import { readReportMail, type ReportMailView } from '@/lib/report-mail/report-mail';
import { ReportKind } from '@/lib/report-mail/schema';
import { withoutLocalParts } from '@/lib/report-mail/without-local-parts';
import { isCheckId, newCheckId } from '@/lib/store/check-id';
import type { NewReportMail, ReportListQuery } from '@/lib/store/report-store';
import { createRateLimit } from './limits';
import { log, shortId } from './log';
import { subjectsOf, writtenAt } from './report-subjects';
import { services } from './services';

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

const limit = createRateLimit(MAX_HANDED_OVER, 'too-many-reports', 'mails');

/** Reads and keeps a mail, or every mail of an mbox. Throws `request-invalid` for nothing, `too-many-reports`. */
export async function takeReportMails(raw: Uint8Array, { ip }: { ip: string }): Promise<TakenReportMail[]> {
  if (raw.every((octet) => octet <= 0x20))
    throw new AppProblem('request-invalid', {
      say: 'There is nothing in it: paste a message, or choose a file.',
    });
  await limit(ip);
  const { store } = await services();
  const taken: TakenReportMail[] = [];
  for (const message of splitMbox(raw)) {
    const mail = await newReportMail(message, new Date());
    await store.keepReport(mail);
    log.info({ report: shortId(mail.id), kind: mail.kind, octets: message.length }, 'mail about mail kept');
    taken.push({ id: mail.id, url: reportMailPath(mail), kind: mail.kind });
  }
  return taken;
}

async function newReportMail(raw: Uint8Array, createdAt: Date): Promise<NewReportMail> {
  const read = await readReportMail(raw);
  const ids = { id: newCheckId(), sharedId: newCheckId() };
  const at = writtenAt(read, createdAt);
  return { ...ids, createdAt, at, kind: read.kind, raw, subjects: subjectsOf(read) };
}

/** A mail by either of its ids, without local parts by its shared one; null when there is none. */
export async function getReportMail(id: string): Promise<ReportMailView | null> {
  const stored = await readStored(id);
  if (stored === null) return null;
  const { sharedId, isShared, createdAt, raw } = stored;
  const view: ReportMailView = {
    ...{ id: isShared ? sharedId : stored.id, sharedId, isShared },
    ...{ createdAt: createdAt.toISOString(), octets: raw.length },
    ...(await readReportMail(raw)),
  };
  return isShared ? withoutLocalParts(view) : view;
}

/** The message as it came; null when there is none, and by the shared id, whose view hides what stands in it. */
export async function getRawMessage(id: string): Promise<Uint8Array | null> {
  const stored = await readStored(id);
  return stored === null || stored.isShared ? null : stored.raw;
}

async function readStored(id: string) {
  if (!isCheckId(id)) return null;
  const { store } = await services();
  return store.readReport(id);
}

/** Notices about deliveries, and what turned out to be none; complaints are listed apart. */
const NOTICES = ['bounce', 'delay', 'delivered', 'read-receipt', 'automatic-reply', 'ordinary'] as const;

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
