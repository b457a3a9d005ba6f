import { columnsOfAsked, targetOf } from './check-columns';
import { newerThan, type Place } from './cursor';
import { openEvidence, sealEvidence } from './evidence';
import type { Check, Prisma, PrismaClient } from './generated/client';
import type { NoteStore } from './note-store';
import { KeptCheck, KeptMail, KeptNote, KeptSetting } from './kept-records';
import type { MailStore } from './mail-store';
import { UNDER_WAY } from './removal-store';

/** Rows behind a place, oldest first; from the first one on when it is null. */
interface PlaceQuery {
  after: Place | null;
  most: number;
}

/**
 * The part of the store that takes things out for another database, and puts in what was taken out of one. Whatever is there already
 * stays as it is; each thing is put in whole or not at all.
 */
export interface TransferStore {
  /** Of checks that have ended. */
  checkPlaces(query: PlaceQuery): Promise<Place[]>;
  mailPlaces(query: PlaceQuery): Promise<Place[]>;
  /** Checks that wait or run. */
  countUnderWay(): Promise<number>;
  /**
   * Null when it is gone. Repetitions that still go on stand as stopped: nothing is asked from two places. Rejects when it cannot be
   * read.
   */
  takeOutCheck(id: string): Promise<KeptCheck | null>;
  takeOutMail(id: string): Promise<KeptMail | null>;
  takeOutNotes(query: PlaceQuery): Promise<KeptNote[]>;
  takeOutSettings(): Promise<KeptSetting[]>;
  /** False when it is there. */
  putInCheck(check: KeptCheck): Promise<boolean>;
  putInMail(mail: KeptMail): Promise<boolean>;
  putInNote(note: KeptNote): Promise<boolean>;
  putInSetting(setting: KeptSetting): Promise<boolean>;
}

/** What mails and notes are written by, and messages read. */
type Writers = Pick<MailStore, 'keepMail' | 'readMessage'> & Pick<NoteStore, 'writeNote'>;

export function transferStore(prisma: PrismaClient, writers: Writers): TransferStore {
  return {
    checkPlaces: ({ after, most }) =>
      prisma.check.findMany({
        where: { ...newerThan(after), status: { notIn: UNDER_WAY } },
        ...places(most),
      }),

    mailPlaces: ({ after, most }) => prisma.mail.findMany({ where: newerThan(after), ...places(most) }),

    countUnderWay: () => prisma.check.count({ where: { status: { in: UNDER_WAY } } }),

    async takeOutCheck(id) {
      const row = await prisma.check.findUnique({
        where: { id },
        include: { evidence: true, shares: SHARES },
      });
      if (row === null) return null;
      const { evidence, shares, ...check } = row;
      if (evidence === null || check.digest === null) throw new Error('its evidence was never sealed');
      const events = await openEvidence(evidence.body, check.digest);
      const retest = await prisma.retest.findUnique({ where: { firstId: id } });
      return KeptCheck.parse({
        ...aboutOf(check),
        retest: retest && { reason: retest.reason, ending: retest.ending ?? 'stopped' },
        shares: written(shares),
        schemaVersion: evidence.schemaVersion,
        evidence: events,
      });
    },

    async takeOutMail(id) {
      const row = await prisma.mail.findUnique({
        where: { id },
        include: { subjects: { orderBy: { n: 'asc' } }, shares: SHARES },
      });
      const message = await writers.readMessage(id);
      if (row === null || message === null) return null;
      if (message.length !== row.octets) throw new Error('its message is not whole');
      return KeptMail.parse({
        id,
        sharedId: row.sharedId,
        createdAt: row.createdAt.toISOString(),
        at: row.at.toISOString(),
        kind: row.kind,
        subjects: row.subjects.map(({ domain, category, permanence, code, sourceAddress, campaign }) => ({
          domain,
          category,
          permanence,
          code,
          sourceAddress,
          campaign,
        })),
        kept: keptOf(row),
        shares: written(row.shares),
        message: Buffer.from(message).toString('base64'),
      });
    },

    async takeOutNotes({ after, most }) {
      const rows = await prisma.note.findMany({
        where: newerThan(after),
        orderBy: OLDEST_FIRST,
        take: most,
        include: { earlier: { orderBy: { n: 'asc' }, omit: { noteId: true, n: true } } },
      });
      return rows.map(({ editedAt: at, editedBy: by, ...row }) =>
        KeptNote.parse(written({ ...row, edited: at === null ? null : { at, by } })),
      );
    },

    async takeOutSettings() {
      const rows = await prisma.setting.findMany({ orderBy: { name: 'asc' } });
      return rows.map((row) => KeptSetting.parse(row));
    },

    async putInCheck({ evidence, retest, shares, ...check }) {
      const { id, digest, schemaVersion } = check;
      if ((await prisma.check.count({ where: { id } })) > 0) return false;
      const { body, digest: made } = await sealEvidence(evidence);
      if (made !== digest) throw new Error('the evidence does not match its digest');
      await prisma.$transaction([
        prisma.check.createMany({ data: rowOf(check) }),
        prisma.evidence.createMany({ data: { checkId: id, schemaVersion, body } }),
        prisma.share.createMany({ data: shares.map((share) => ({ ...share, checkId: id })) }),
        ...(retest === null ? [] : [prisma.retest.createMany({ data: { firstId: id, ...retest } })]),
      ]);
      return true;
    },

    async putInMail({ message, kept, subjects, createdAt, at, ...mail }) {
      const ids = { in: [mail.id, mail.sharedId] };
      if ((await prisma.mail.count({ where: { OR: [{ id: ids }, { sharedId: ids }] } })) > 0) return false;
      // Pieces are written before their mail: of one that was interrupted they are there.
      await prisma.mailPiece.deleteMany({ where: { mailId: mail.id } });
      await writers.keepMail({
        ...mail,
        subjects,
        createdAt: new Date(createdAt),
        at: new Date(at),
        raw: Buffer.from(message, 'base64'),
        ...columnsOf(kept),
        // Read by no rules yet.
        rulesVersion: 0,
        reading: null,
        sharedReading: null,
      });
      return true;
    },

    async putInNote({ createdAt, writtenAt, edited, earlier, ...note }) {
      if ((await prisma.note.count({ where: { id: note.id } })) > 0) return false;
      await writers.writeNote(
        {
          ...note,
          createdAt: new Date(createdAt),
          writtenAt: writtenAt === null ? null : new Date(writtenAt),
        },
        {
          edited: edited && { ...edited, at: new Date(edited.at) },
          earlier: earlier.map((one) => ({
            ...one,
            createdAt: new Date(one.createdAt),
            replacedAt: new Date(one.replacedAt),
          })),
        },
      );
      return true;
    },

    async putInSetting(data) {
      if ((await prisma.setting.count({ where: { name: data.name } })) > 0) return false;
      await prisma.setting.createMany({ data });
      return true;
    },
  };
}

/** Moments as they are written in JSON. */
function written(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const OLDEST_FIRST = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

function places(most: number) {
  return { orderBy: OLDEST_FIRST, take: most, select: { id: true, createdAt: true } };
}

const SHARES = { orderBy: OLDEST_FIRST, omit: { checkId: true, mailId: true, createdFrom: true } };

type AboutCheck = Omit<KeptCheck, 'evidence' | 'retest' | 'shares'>;

/** Text that only `KeptCheck` can tell from what no version of mxproof writes. */
function aboutOf(row: Check): Record<keyof Omit<AboutCheck, 'schemaVersion'>, unknown> {
  const { verdictOutcome, verdictHeadline } = row;
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    status: row.status,
    target: targetOf(row),
    options: JSON.parse(row.options),
    vantage: JSON.parse(row.vantage),
    fingerprint: row.fingerprint,
    retestOf: row.retestOf,
    noticeId: row.noticeId,
    formerId: row.formerId,
    startedBy: row.startedBy,
    isRoutine: row.isRoutine,
    verdict:
      verdictOutcome === null || verdictHeadline === null
        ? null
        : {
            outcome: verdictOutcome,
            side: row.verdictSide ?? 'unknown',
            stage: row.verdictStage,
            headline: verdictHeadline,
          },
    verdictCode: row.verdictCode,
    rulesVersion: row.rulesVersion,
    queryCount: row.queryCount,
    sessionCount: row.sessionCount,
    lastSeq: row.lastSeq,
    kept: keptOf(row),
    digest: row.digest,
  };
}

function rowOf({
  target,
  options,
  vantage,
  verdict,
  kept,
  ...check
}: AboutCheck): Prisma.CheckCreateManyInput {
  return {
    ...check,
    createdAt: new Date(check.createdAt),
    startedAt: check.startedAt === null ? null : new Date(check.startedAt),
    finishedAt: new Date(check.finishedAt),
    ...columnsOfAsked({ target, options, vantage }),
    verdictOutcome: verdict?.outcome ?? null,
    verdictSide: verdict?.side ?? null,
    verdictStage: verdict?.stage ?? null,
    verdictHeadline: verdict?.headline ?? null,
    ...columnsOf(kept),
  };
}

function keptOf({ keptSince, keptBy }: Pick<Check, 'keptSince' | 'keptBy'>): KeptCheck['kept'] {
  return keptSince === null ? null : { since: keptSince.toISOString(), by: keptBy };
}

function columnsOf(kept: KeptCheck['kept']): Pick<Check, 'keptSince' | 'keptBy'> {
  return { keptSince: kept === null ? null : new Date(kept.since), keptBy: kept?.by ?? null };
}
