import { setImmediate as othersFirst } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, gunzip, gzip, type ZlibOptions } from 'node:zlib';
import { MailKind } from '@/lib/notice/notice';
import {
  type MailPage,
  MailSubject,
  type MailSummary,
  type SubjectCounts,
} from '@/lib/complaint/mail-summary';
import { type CountQuery, countSubjects } from './count-subjects';
import { MAX_PAGE, olderThan, pageOf, type Place, readCursor } from './cursor';
import type { Prisma, PrismaClient } from './generated/client';
import type { KeptShare } from './kept-records';
import { readableRows } from './readable-rows';

/** What was read out of a mail, as it is kept. */
export interface KeptReading {
  kind: MailKind;
  /** By which rules. */
  rulesVersion: number;
  /** As JSON, and the same without local parts; null when the mail could not be read in time. */
  reading: string | null;
  sharedReading: string | null;
  /** When it was written. */
  at: Date;
  subjects: readonly MailSubject[];
}

/** A mail about mail, as it is kept. */
export interface NewMail extends KeptReading {
  id: string;
  /** Of the view without local parts. */
  sharedId: string;
  createdAt: Date;
  raw: Uint8Array;
  /** Since when, and by whom, it is kept whatever its age. */
  keptSince?: Date | null;
  keptBy?: string | null;
  /** Links that were made for somebody. */
  shares?: readonly KeptShare[];
}

export interface StoredMail extends Omit<
  NewMail,
  'subjects' | 'at' | 'raw' | 'keptSince' | 'keptBy' | 'shares'
> {
  /** Of the message. */
  octets: number;
  /** It was asked for by its shared id: local parts are hidden. */
  isShared: boolean;
}

export interface MailListQuery {
  kinds: readonly MailKind[];
  cursor?: string;
  /** 1 to `MAX_PAGE`. */
  limit: number;
}

export interface MailStore {
  keepMail(mail: NewMail): Promise<void>;
  /** By either of its ids, without the message; null when there is none. */
  readMail(id: string): Promise<StoredMail | null>;
  /** The message as it came, by the id that shows everything; null when there is none. */
  readMessage(id: string): Promise<Uint8Array | null>;
  /** Takes the place of what was read before, by the id that shows everything. */
  keepReading(id: string, reading: KeptReading): Promise<void>;
  /** Newest first by when they were handed over; reads no message. */
  listMails(query: MailListQuery): Promise<MailPage>;
  /** Of one domain, in A-labels, written before this place, newest first. */
  mailsOf(query: { domain: string; before: Place | null; limit: number }): Promise<MailSummary[]>;
  /** Subjects of mails of this kind between two days (UTC), both included; of what they have in common, the `most` most frequent. */
  countMails(query: CountQuery): Promise<SubjectCounts>;
}

const pack = promisify<Uint8Array, ZlibOptions, Buffer>(gzip);
const unpack = promisify(gunzip);

/** A mail of 25 MB is packed in a third of the time, to a tenth more. */
const PACKING: ZlibOptions = { level: constants.Z_BEST_SPEED };

/** A kept message in memory; those that are taken are far smaller. */
const MAX_MESSAGE_OCTETS = 64 * 1024 * 1024;

/** Octets that are written at once, before others have their turn: a statement with 19 MB holds up everybody for seconds, one with these for some milliseconds. */
const PIECE_OCTETS = 256 * 1024;

/** The part of the store that keeps mails about mail. */
export function mailStore(prisma: PrismaClient): MailStore {
  const summaryRows = (page: Pick<Prisma.MailFindManyArgs, 'where' | 'orderBy' | 'take'>) =>
    readableRows({
      all: () => prisma.mail.findMany({ ...page, ...SUMMARY }),
      ids: () => prisma.mail.findMany({ ...page, select: { id: true } }),
      one: (id) => prisma.mail.findUnique({ where: { id }, ...SUMMARY }),
    });

  return {
    async keepMail({ raw, subjects, shares = [], ...mail }) {
      const { id: mailId, kind, at } = mail;
      const isPacked = await isWorthPacking(raw);
      const kept = isPacked ? await pack(raw, PACKING) : raw;
      for (let n = 0; n * PIECE_OCTETS < kept.length; n++) {
        const body = new Uint8Array(kept.subarray(n * PIECE_OCTETS, (n + 1) * PIECE_OCTETS));
        await prisma.mailPiece.createMany({ data: { mailId, n, body } });
        await othersFirst();
      }
      await prisma.mail.create({
        data: {
          ...mail,
          octets: raw.length,
          isPacked,
          subjects: { create: rowsOf({ subjects, kind, at }) },
          shares: { create: [...shares] },
        },
        select: { id: true },
      });
    },

    async readMail(id) {
      const row = await prisma.mail.findFirst({
        where: { OR: [{ id }, { sharedId: id }] },
        omit: { at: true, isPacked: true, keptSince: true, keptBy: true, searchVersion: true },
      });
      if (row === null) return null;
      return { ...row, kind: MailKind.parse(row.kind), isShared: row.id !== id };
    },

    async readMessage(mailId) {
      const mail = await prisma.mail.findUnique({ where: { id: mailId }, select: { isPacked: true } });
      if (mail === null) return null;
      const pieces: Uint8Array[] = [];
      for (let n = 0; ; n++) {
        const piece = await prisma.mailPiece.findUnique({ where: { mailId_n: { mailId, n } } });
        if (piece === null) break;
        pieces.push(piece.body);
        await othersFirst();
      }
      const kept = Buffer.concat(pieces);
      return mail.isPacked ? unpack(kept, { maxOutputLength: MAX_MESSAGE_OCTETS }) : kept;
    },

    async keepReading(id, { subjects, ...reading }) {
      const rows = rowsOf({ subjects, ...reading }).map((row) => ({ ...row, mailId: id }));
      await prisma.$transaction([
        // What can be found of it follows.
        prisma.mail.updateMany({ where: { id }, data: { ...reading, searchVersion: 0 } }),
        prisma.mailSubject.deleteMany({ where: { mailId: id } }),
        prisma.mailSubject.createMany({ data: rows }),
      ]);
    },

    async listMails({ kinds, cursor, limit }) {
      const take = Math.min(Math.max(1, limit), MAX_PAGE);
      const after = cursor === undefined ? null : readCursor(cursor);
      const rows = await summaryRows({
        where: { kind: { in: [...kinds] }, ...(after === null ? {} : olderThan(after)) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: take + 1,
      });
      return pageOf(rows, take, summaryOf);
    },

    async mailsOf({ domain, before, limit }) {
      // By the index of its subjects, which have the date of their mail.
      const places = await prisma.mailSubject.groupBy({
        by: ['at', 'mailId'],
        where: {
          domain,
          ...(before !== null && {
            at: { lte: before.createdAt },
            OR: [{ at: { lt: before.createdAt } }, { mailId: { lt: before.id } }],
          }),
        },
        orderBy: [{ at: 'desc' }, { mailId: 'desc' }],
        take: limit,
      });
      const ids = places.map(({ mailId }) => mailId);
      const rows = await summaryRows({
        where: { id: { in: ids } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map(summaryOf);
    },

    countMails: (query) => countSubjects(prisma, query),
  };
}

/** Octets of each sample by which it is decided whether a large message is packed. */
const SAMPLE_OCTETS = 16 * 1024;
const SAMPLES = 4;

/** What shrinks by less than this, such as pictures in base64, costs a second of a core and saves little. */
const WORTH = 0.7;

async function isWorthPacking(raw: Uint8Array): Promise<boolean> {
  const starts = Array.from({ length: SAMPLES }, (_, n) => Math.floor((raw.length * n) / SAMPLES));
  const sample = Buffer.concat(starts.map((start) => raw.subarray(start, start + SAMPLE_OCTETS)));
  return raw.length <= sample.length || (await pack(sample, PACKING)).length <= sample.length * WORTH;
}

/** Rows for lists and counts. */
function rowsOf({ subjects, kind, at }: Pick<KeptReading, 'subjects' | 'kind' | 'at'>) {
  const day = at.toISOString().slice(0, 10);
  return subjects.map((subject, n) => ({ ...subject, n, kind, at, day }));
}

/** Lists read neither messages nor what was read out of them. */
const SUMMARY = {
  omit: { reading: true, sharedReading: true, isPacked: true, searchVersion: true },
  include: { subjects: { orderBy: { n: 'asc' } } },
} satisfies Prisma.MailDefaultArgs;

/** A word that no version of mxproof writes there makes a row one of a mail that could not be read. */
function summaryOf(row: Prisma.MailGetPayload<typeof SUMMARY>): MailSummary {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    at: row.at.toISOString(),
    kind: MailKind.catch('unread').parse(row.kind),
    isKept: row.keptSince !== null,
    subjects: row.subjects.map(({ domain, category, permanence, code, sourceAddress, campaign }) => ({
      domain,
      category,
      code,
      sourceAddress,
      campaign,
      permanence: MailSubject.shape.permanence.catch(null).parse(permanence),
    })),
  };
}
