import type { VerdictOutcome } from '@/lib/report/finding';
import { EndStatus } from '@/lib/report/status';
import { readStoredEvents, type StoredEvent } from '@/lib/report/stored-evidence';
import { RULES_VERSION, SCHEMA_VERSION } from '@/lib/report/versions';
import { accountStore } from './account-store';
import { auditStore } from './audit-store';
import { batchStore } from './batch-store';
import { columnsOfAsked } from './check-columns';
import { aboutOf, summaryOf } from './check-rows';
import { MAX_PAGE, olderThan, pageOf, readCursor } from './cursor';
import { openEvidence, sealEvidence } from './evidence';
import { Prisma } from './generated/client';
import { keepStore } from './keep-store';
import { mailStore } from './mail-store';
import { noteStore } from './note-store';
import { openDatabase } from './open-database';
import { outlineStore } from './outline-store';
import { pulseStore } from './pulse-store';
import { readableRows } from './readable-rows';
import { removalStore, UNDER_WAY } from './removal-store';
import { sizeStore } from './size-store';
import { beginRetest, retestStore } from './retest-store';
import { type CheckStore, ClaimLost } from './store';
import { searchStore } from './search-store';
import { shareStore } from './share-store';
import { settingStore } from './setting-store';
import { tokenStore } from './token-store';
import { transferStore } from './transfer-store';
import { telling } from './trouble';
import { watchStore } from './watch-store';

/**
 * The store on a database whose migrations have been applied. `workerId`: where several processes share the database, the one by whose
 * claims it writes down what checks see. Rejects when it cannot be opened.
 */
export async function openPrismaStore(url: string, workerId?: string): Promise<CheckStore> {
  const { prisma, dialect, close } = await openDatabase(url);
  /** Fails unless the check is ours; nobody else can take it until the transaction has ended. */
  const claimed = (checkId: string): Prisma.PrismaPromise<unknown>[] =>
    workerId === undefined
      ? []
      : [prisma.checkTurn.update({ where: { checkId, workerId }, data: { workerId } })];
  const [mails, notes] = [mailStore(prisma), noteStore(prisma, dialect)];
  return telling({
    async create({
      target,
      options,
      vantage,
      retestOf,
      noticeId,
      formerId,
      caller,
      startedBy,
      watchId,
      batchId,
      ...check
    }) {
      const data = {
        ...check,
        retestOf: retestOf ?? null,
        noticeId: noticeId ?? null,
        formerId: formerId ?? null,
        caller: caller ?? null,
        startedBy: startedBy ?? null,
        watchId: watchId ?? null,
        batchId: batchId ?? null,
        isRoutine: batchId !== undefined,
        status: 'queued',
        ...columnsOfAsked({ target, options, vantage }),
        schemaVersion: SCHEMA_VERSION,
        rulesVersion: RULES_VERSION,
      };
      const queued = { id: check.id, caller, watchId, batchId };
      if (retestOf === undefined) {
        // Also for one row: unlike `create` it reads nothing back.
        const row = prisma.check.createMany({ data });
        const beside = dialect.queueing(prisma, queued);
        await (beside.length === 0 ? row : prisma.$transaction([row, ...beside]));
        return;
      }
      await prisma.$transaction(async (tx) => {
        await beginRetest(tx, retestOf);
        await tx.check.create({ data });
        for (const further of dialect.queueing(tx, queued)) await further;
      });
    },

    async begin(id) {
      await prisma.check.updateMany({ where: { id }, data: { status: 'running', caller: null } });
    },

    async append(checkId, events) {
      if (events.length === 0) return;
      const data = events.map((event) => ({ checkId, seq: event.seq, body: JSON.stringify(event) }));
      const started = events.find(isStart);
      const written = [
        ...claimed(checkId),
        prisma.checkEvent.createMany({ data }),
        ...(started === undefined
          ? []
          : [
              prisma.check.update({
                where: { id: checkId },
                data: { status: 'running', startedAt: new Date(started.at) },
              }),
            ]),
        ...dialect.telling(checkId, events.at(-1)?.seq ?? 0),
      ];
      await whileClaimed(prisma.$transaction(written));
    },

    async eventsAfter(checkId, seq) {
      const rows = await prisma.checkEvent.findMany({
        where: { checkId, seq: { gt: seq } },
        orderBy: { seq: 'asc' },
      });
      return readStoredEvents(`[${rows.map(({ body }) => body).join()}]`);
    },

    async seal(
      checkId,
      evidence,
      { status, finishedAt, lastSeq, verdict, verdictCode, queryCount, sessionCount },
    ) {
      const { version, events } = evidence;
      const { body, digest } = await sealEvidence(events);
      const started = events.find(isStart);
      const written = [
        ...claimed(checkId),
        prisma.evidence.createMany({ data: { checkId, schemaVersion: version, body } }),
        prisma.checkEvent.deleteMany({ where: { checkId } }),
        prisma.check.updateMany({
          where: { id: checkId },
          data: {
            status,
            finishedAt,
            lastSeq,
            digest,
            queryCount,
            sessionCount,
            startedAt: started === undefined ? null : new Date(started.at),
            verdictOutcome: verdict?.outcome ?? null,
            verdictSide: verdict?.side ?? null,
            verdictStage: verdict?.stage ?? null,
            verdictHeadline: verdict?.headline ?? null,
            verdictCode,
            caller: null,
          },
        }),
      ];
      await whileClaimed(prisma.$transaction(written)).catch(async (error: unknown) => {
        // A write that was told as failed may have been kept all the same.
        const where = { id: checkId, digest };
        const sealed = await prisma.check.findFirst({ where, select: { id: true } }).catch(() => null);
        if (sealed === null) throw error;
      });
      return digest;
    },

    async abandon(id, finishedAt) {
      await prisma.check.updateMany({ where: { id }, data: { status: 'interrupted', finishedAt } });
    },

    async read(id) {
      // Its events first: sealing removes them, and whoever then finds it not sealed has read them before. A transaction would wait
      // for whoever writes.
      const rows = await prisma.checkEvent.findMany({ where: { checkId: id }, orderBy: { seq: 'asc' } });
      const row = await prisma.check.findUnique({ where: { id }, include: { evidence: true } });
      if (row === null) return null;
      const { evidence, ...check } = row;
      if (evidence === null || check.digest === null || check.finishedAt === null) {
        const events = readStoredEvents(`[${rows.map(({ body }) => body).join()}]`);
        const seen = events.filter(({ type }) => type !== 'judged');
        return { ...aboutOf(check), evidence: { version: check.schemaVersion, events: seen }, ending: null };
      }
      const { finishedAt, lastSeq, digest } = check;
      const status = EndStatus.parse(check.status);
      return {
        ...aboutOf(check),
        evidence: {
          version: evidence.schemaVersion,
          events: await openEvidence(evidence.body, digest),
        },
        ending: { status, finishedAt, lastSeq, digest },
      };
    },

    async sealOf(id) {
      const row = await prisma.check.findUnique({
        where: { id },
        select: { digest: true, retestOf: true, noticeId: true, formerId: true },
      });
      if (row === null || row.digest === null) return null;
      const { digest, retestOf, noticeId, formerId } = row;
      return {
        digest,
        ...(retestOf !== null && { retestOf }),
        ...(noticeId !== null && { noticeId }),
        ...(formerId !== null && { formerId }),
      };
    },

    askedOf: (id) => prisma.check.findUnique({ where: { id }, select: { mailbox: true, startedBy: true } }),

    async formerOf(id) {
      const asked = { domain: true, mailbox: true, depth: true, createdAt: true };
      const check = await prisma.check.findUnique({ where: { id }, select: asked });
      if (check === null) return null;
      const { createdAt, depth, ...target } = check;
      const older = {
        ...target,
        isRoutine: false,
        verdictOutcome: { not: null },
        ...olderThan({ createdAt, id }),
      };
      const newest = (where: Prisma.CheckWhereInput) =>
        prisma.check.findFirst({
          where,
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          select: { id: true },
        });
      const former = (await newest({ ...older, depth })) ?? (await newest(older));
      return former?.id ?? null;
    },

    async list({ domain, mailbox, startedBy, outcome, withoutRoutine, cursor, limit }) {
      const take = Math.min(Math.max(1, limit), MAX_PAGE);
      const after = cursor === undefined ? null : readCursor(cursor);
      const page = {
        where: {
          ...(domain !== undefined && { domain }),
          ...(mailbox !== undefined && { mailbox }),
          ...(startedBy !== undefined && { startedBy }),
          ...(outcome === 'under-way' && { status: { in: UNDER_WAY } }),
          ...(outcome !== undefined && outcome !== 'under-way' && withOutcome(outcome, domain)),
          // Only its end tells of what is under way.
          ...(withoutRoutine && outcome !== 'under-way' && { isRoutine: false }),
          ...(after !== null && olderThan(after)),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: take + 1,
      } satisfies Prisma.CheckFindManyArgs;
      const rows = await readableRows({
        all: () => prisma.check.findMany(page),
        ids: () => prisma.check.findMany({ ...page, select: { id: true } }),
        one: (id) => prisma.check.findUnique({ where: { id } }),
      });
      return pageOf(rows, take, summaryOf);
    },

    async findRecent(fingerprint, since) {
      const row = await prisma.check.findFirst({
        where: { fingerprint, createdAt: { gte: since }, status: { notIn: ['failed', 'interrupted'] } },
        orderBy: { createdAt: 'desc' },
        select: { id: true },
      });
      return row?.id ?? null;
    },

    async messagesSince(since) {
      const rows = await prisma.check.findMany({
        where: { depth: 'message', createdAt: { gte: since } },
        orderBy: { createdAt: 'asc' },
        select: { createdAt: true, domain: true, mailbox: true, startedBy: true },
      });
      return rows.map(({ createdAt, domain, mailbox, startedBy: by }) => ({
        at: createdAt,
        by,
        target: { domain, ...(mailbox !== null && { mailbox }) },
      }));
    },

    async recipientsSince(domain, since) {
      const rows = await prisma.check.groupBy({
        by: ['mailbox'],
        where: { domain, createdAt: { gte: since }, mailbox: { not: null }, depth: { not: 'greeting' } },
        _max: { createdAt: true },
      });
      return rows.flatMap(({ mailbox, _max: { createdAt: at } }) =>
        mailbox === null || at === null ? [] : [{ mailbox, at }],
      );
    },

    ...retestStore(prisma),
    ...mails,
    ...outlineStore(prisma),
    ...pulseStore(prisma),
    ...removalStore(prisma, dialect),
    ...keepStore(prisma),
    ...notes,
    ...searchStore(prisma, dialect),
    ...transferStore(prisma, { ...mails, ...notes }),
    ...accountStore(prisma, dialect),
    ...tokenStore(prisma, dialect),
    ...auditStore(prisma),
    ...batchStore(prisma),
    ...settingStore(prisma),
    ...shareStore(prisma, dialect),
    ...sizeStore(prisma, dialect),
    ...watchStore(prisma, dialect),

    async queued() {
      const rows = await prisma.check.findMany({
        where: { status: 'queued' },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(aboutOf);
    },

    async unfinished() {
      const rows = await prisma.check.findMany({
        where: { status: 'running' },
        orderBy: { createdAt: 'asc' },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    close,
  });
}

/** What is written under a claim. Rejects with `ClaimLost` where another process has it now. */
async function whileClaimed(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    const isNotThere = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025';
    throw isNotThere ? new ClaimLost() : error;
  }
}

/** Of one domain its own checks are looked through: by the index of outcomes SQLite would go through those of all domains. */
function withOutcome(outcome: VerdictOutcome, domain: string | undefined): Prisma.CheckWhereInput {
  return domain === undefined ? { verdictOutcome: outcome } : { NOT: { verdictOutcome: { not: outcome } } };
}

/** The first event of a check, in every version. */
function isStart<E extends StoredEvent>(event: E): event is E & { at: string } {
  return event.type === 'started' && 'at' in event;
}
