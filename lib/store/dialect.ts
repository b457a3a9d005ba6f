import type { SearchEntry, SearchKind } from '@/lib/search/entry';
import type { SearchQuery } from '@/lib/search/query';
import type { Prisma, PrismaClient } from './generated/client';

/** Entries that are searched for. */
export interface EntryQuery extends SearchQuery {
  kinds: readonly SearchKind[];
  /** Of this domain alone, in A-labels. */
  domain?: string | undefined;
  /** Entered before this place; null: from the newest on. */
  before: number | null;
  limit: number;
}

/** An entry as it comes out of the database. */
export interface EntryRow {
  id: number | bigint;
  kind: string;
  objectId: string;
  at: string | number | Date;
  domain: string;
  text: string;
}

/** What the queue knows of a check. */
export interface QueuedCheck {
  id: string;
  caller?: string | undefined;
  watchId?: string | undefined;
  batchId?: string | undefined;
}

/** Octets of a database. */
export interface Octets {
  bytes: number;
  /** Of these, what is free to be used again; null where nobody can tell. */
  freeBytes: number | null;
}

/** What each kind of database says in its own way. */
export interface Dialect {
  /** As better-auth calls it. */
  readonly name: 'sqlite' | 'postgresql';
  /** A transaction that reads before it writes: no other one of these comes between. */
  alone<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T>;
  /** Those that are entered last first. */
  search(query: EntryQuery): Promise<EntryRow[]>;
  /** Enters what is not entered. */
  addEntry(tx: Prisma.TransactionClient, entry: SearchEntry): Promise<void>;
  /** What a check needs beside its row to have its turn, where several processes share the database: written with it. */
  queueing(tx: Prisma.TransactionClient, check: QueuedCheck): Prisma.PrismaPromise<unknown>[];
  /** Tells other processes that the events of a check have been written up to this number. */
  telling(checkId: string, seq: number): Prisma.PrismaPromise<unknown>[];
  octets(): Promise<Octets>;
  /** Without what is free to be used again. */
  usedOctets(): Promise<number>;
}

/** A database that is open. */
export interface OpenDatabase {
  prisma: PrismaClient;
  dialect: Dialect;
  /** Whatever is written is in it from then on. */
  close(): Promise<void>;
}

/** Transactions wait for each other as well as for other processes; the connection says when it has been too long. */
export const TRANSACTION_OPTIONS = { maxWait: 60_000, timeout: 60_000 };

/** What a text that holds this part is like, with `\` as the sign of escape. */
export function patternOf(part: string): string {
  return `%${part.replace(/[%_\\]/g, '\\$&')}%`;
}
