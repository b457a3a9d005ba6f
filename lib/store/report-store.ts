import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ReportKind } from '@/lib/report-mail/schema';
import type {
  ReportCount,
  ReportMailPage,
  ReportMailSummary,
  ReportSubject,
} from '@/lib/report-mail/summary';
import { olderThan, pageOf, type Place, readCursor } from './cursor';
import type { Prisma, PrismaClient } from './generated/client';
import { MAX_PAGE } from './store';

/** A mail about mail, as it is kept. */
export interface NewReportMail {
  id: string;
  /** Of the view without local parts. */
  sharedId: string;
  createdAt: Date;
  /** When it was written. */
  at: Date;
  kind: ReportKind;
  raw: Uint8Array;
  subjects: readonly ReportSubject[];
}

interface StoredReportMail extends Omit<NewReportMail, 'subjects' | 'at'> {
  /** It was asked for by its shared id. */
  isShared: boolean;
}

export interface ReportListQuery {
  kinds: readonly ReportKind[];
  cursor?: string;
  /** 1 to `MAX_PAGE`. */
  limit: number;
}

export interface ReportStore {
  keepReport(mail: NewReportMail): Promise<void>;
  /** By either of its ids; null when there is none. */
  readReport(id: string): Promise<StoredReportMail | null>;
  /** Newest first by when they were handed over; reads no message. */
  listReports(query: ReportListQuery): Promise<ReportMailPage>;
  /** Of one domain, in A-labels, written before this place, newest first. */
  reportsOf(query: { domain: string; before: Place | null; limit: number }): Promise<ReportMailSummary[]>;
  /** Subjects of mails of this kind since then, those of one day that are about the same together. */
  countReports(kind: ReportKind, since: Date): Promise<ReportCount[]>;
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A kept message in memory; those that are taken are far smaller. */
const MAX_MESSAGE_OCTETS = 64 * 1024 * 1024;

/** The part of the store that keeps mails about mail. */
export function reportStore(prisma: PrismaClient): ReportStore {
  return {
    async keepReport({ subjects, raw, ...mail }) {
      const { kind, at } = mail;
      await prisma.reportMail.create({
        data: {
          ...{ ...mail, raw: new Uint8Array(await pack(raw)), octets: raw.length },
          subjects: { create: subjects.map((subject, n) => ({ ...subject, n, kind, at })) },
        },
        select: { id: true },
      });
    },

    async readReport(id) {
      const row = await prisma.reportMail.findFirst({ where: { OR: [{ id }, { sharedId: id }] } });
      if (row === null) return null;
      const raw = await unpack(row.raw, { maxOutputLength: MAX_MESSAGE_OCTETS });
      const kind = row.kind as ReportKind; // written by `keepReport`
      const { sharedId, createdAt } = row;
      return { id: row.id, sharedId, createdAt, kind, raw, isShared: row.id !== id };
    },

    async listReports({ kinds, cursor, limit }) {
      const take = Math.min(Math.max(1, limit), MAX_PAGE);
      const after = cursor === undefined ? null : readCursor(cursor);
      const rows = await prisma.reportMail.findMany({
        where: { kind: { in: [...kinds] }, ...(after === null ? {} : olderThan(after)) },
        ...SUMMARY,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: take + 1,
      });
      return pageOf(rows, take, summaryOf);
    },

    async reportsOf({ domain, before, limit }) {
      const rows = await prisma.reportMail.findMany({
        where: {
          subjects: { some: { domain } },
          ...(before === null
            ? {}
            : {
                OR: [{ at: { lt: before.createdAt } }, { at: before.createdAt, id: { lt: before.id } }],
              }),
        },
        ...SUMMARY,
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map(summaryOf);
    },

    async countReports(kind, since) {
      const rows = await prisma.reportSubject.findMany({
        where: { kind, at: { gte: since } },
        select: { at: true, category: true, domain: true, sourceAddress: true, campaign: true },
      });
      const counts = new Map<string, ReportCount>();
      for (const { at, ...about } of rows) {
        const one = { day: at.toISOString().slice(0, 10), ...about };
        const key = JSON.stringify(Object.values(one));
        counts.set(key, { ...one, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      return [...counts.values()];
    },
  };
}

/** Lists read no message. */
const SUMMARY = {
  omit: { raw: true },
  include: { subjects: { orderBy: { n: 'asc' } } },
} satisfies Prisma.ReportMailDefaultArgs;

/** The texts were written by `keepReport` out of the same types. */
function summaryOf(row: Prisma.ReportMailGetPayload<typeof SUMMARY>): ReportMailSummary {
  return {
    ...{ id: row.id, createdAt: row.createdAt.toISOString(), at: row.at.toISOString() },
    kind: row.kind as ReportKind,
    subjects: row.subjects.map(({ domain, category, permanence, code, sourceAddress, campaign }) => ({
      ...{ domain, category, code, sourceAddress, campaign },
      permanence: permanence as ReportSubject['permanence'],
    })),
  };
}
