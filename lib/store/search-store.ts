import { z } from 'zod';
import { SEARCH_KINDS, type SearchEntry, type SearchKind } from '@/lib/search/entry';
import type { Dialect, EntryQuery } from './dialect';
import type { Prisma, PrismaClient } from './generated/client';
import { UNDER_WAY } from './removal-store';

/** Something that was found, and its place in the list. */
type FoundEntry = SearchEntry & { place: number };

/** What a check or a mail is entered by, later than it was kept. */
type LateKind = Exclude<SearchKind, 'note'>;

/** The part of the store that finds. Notes are entered as they are written, checks and mails soon after. */
export interface SearchStore {
  /** Those that are entered last first. */
  search(query: EntryQuery): Promise<FoundEntry[]>;
  /** Domains that were checked and begin so, in A-labels. */
  domainsFrom(begin: string, most: number): Promise<string[]>;
  /** Checks that have ended, or mails, that are not entered by this version: by the version that has entered them, then oldest first. */
  notEntered(kind: LateKind, version: number, most: number): Promise<string[]>;
  /** Enters it in place of what is entered; `entry` null: there is nothing to be found of it. */
  enter(kind: LateKind, id: string, entry: SearchEntry | null, version: number): Promise<void>;
}

export function searchStore(prisma: PrismaClient, dialect: Dialect): SearchStore {
  return {
    async search(query) {
      const rows = await dialect.search(query);
      return rows.map(({ id, kind, at, ...row }) => ({
        ...row,
        place: Number(id),
        kind: Kind.parse(kind),
        at: new Date(at),
      }));
    },

    async domainsFrom(begin, most) {
      const rows = await prisma.check.groupBy({
        by: ['domain'],
        where: { domain: { gte: begin, lt: `${begin}\u{10ffff}` } },
        orderBy: { domain: 'asc' },
        take: most,
      });
      return rows.map(({ domain }) => domain);
    },

    async notEntered(kind, version, most) {
      // In the order of their index: when everything is entered, as nearly always, nothing is read.
      const orderBy = [{ searchVersion: 'asc' as const }, { createdAt: 'asc' as const }];
      const query = { orderBy, take: most, select: { id: true } };
      const old = { searchVersion: { lt: version } };
      const rows =
        kind === 'check'
          ? await prisma.check.findMany({ ...query, where: { ...old, status: { notIn: UNDER_WAY } } })
          : await prisma.mail.findMany({ ...query, where: old });
      return rows.map(({ id }) => id);
    },

    async enter(kind, id, entry, version) {
      const mark = { where: { id }, data: { searchVersion: version } };
      await prisma.$transaction(async (tx) => {
        const { count } = kind === 'check' ? await tx.check.updateMany(mark) : await tx.mail.updateMany(mark);
        // It may be gone meanwhile.
        if (count > 0 && entry !== null) await putEntry(tx, dialect, entry);
      });
    },
  };
}

/** Enters it in place of what is entered of the same. */
export async function putEntry(
  tx: Prisma.TransactionClient,
  dialect: Dialect,
  entry: SearchEntry,
): Promise<void> {
  const { kind, objectId } = entry;
  // The index follows what is removed and added, and no change.
  await tx.searchEntry.deleteMany({ where: { kind, objectId } });
  await dialect.addEntry(tx, entry);
}

const Kind = z.enum(SEARCH_KINDS);
