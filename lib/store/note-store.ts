import { noteText } from '@/lib/search/entry';
import { idsIn } from './check-id';
import { MAX_PAGE, olderThan, pageOf, type Place, readCursor } from './cursor';
import type { Dialect } from './dialect';
import type { Prisma, PrismaClient } from './generated/client';
import { putEntry } from './search-store';

/** A line of the administrators' changelog, as it is written down. */
interface NewNote {
  id: string;
  /** In A-labels; empty: of the whole installation. */
  domain: string;
  /** When what it tells of was done. */
  createdAt: Date;
  /** Exactly as it was typed. */
  text: string;
  /** Null where that is not known. */
  writtenAt: Date | null;
  writtenBy: string | null;
  /** The check that it is about. */
  checkId: string | null;
}

/** A note as it stands. */
export interface StoredNote extends NewNote {
  edited: { at: Date; by: string | null } | null;
  /** How often it was edited. */
  edits: number;
}

/** What a note said until it was edited. */
export interface EarlierNote {
  createdAt: Date;
  text: string;
  replacedAt: Date;
  replacedBy: string | null;
}

/** What has become of a note elsewhere. */
interface NotePast {
  edited: StoredNote['edited'];
  earlier: readonly EarlierNote[];
}

/** Another text for a note that was edited so often when it was read. */
interface NoteEdit {
  id: string;
  edits: number;
  createdAt: Date;
  text: string;
  at: Date;
  by: string | null;
}

/** Things that one note keeps. */
const MAX_LINKS = 1000;

/** The part of the store that knows the administrators' changelog. */
export interface NoteStore {
  /** Keeps the first `MAX_LINKS` checks and mails that it names, too. */
  writeNote(note: NewNote, past?: NotePast): Promise<void>;
  /** The earlier text is kept. `conflict`: it was edited since it was read, and stays as it is. */
  editNote(edit: NoteEdit): Promise<'edited' | 'conflict' | 'gone'>;
  readNote(id: string): Promise<StoredNote | null>;
  /** Those of them that are there, in their order. */
  readNotes(ids: readonly string[]): Promise<StoredNote[]>;
  /** Texts that a note has had, the first one first. */
  earlierNotes(id: string): Promise<EarlierNote[]>;
  /** With its earlier texts. Returns its domain; null when there is none. */
  removeNote(id: string): Promise<string | null>;
  /** Newest first, of a domain and of the whole installation, before a place of the list. */
  notesOf(query: { domain: string; before: Place | null; limit: number }): Promise<StoredNote[]>;
  /** Newest first: of one domain alone, or all. */
  listNotes(query: {
    domain?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  }): Promise<{ items: StoredNote[]; next: string | null }>;
}

const NEWEST_FIRST = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
const WITH_EDITS = { include: { _count: { select: { earlier: true } } } } as const;
type NoteRow = Prisma.NoteGetPayload<typeof WITH_EDITS>;

export function noteStore(prisma: PrismaClient, dialect: Dialect): NoteStore {
  return {
    async writeNote(note, { edited, earlier } = { edited: null, earlier: [] }) {
      const [editedAt, editedBy] = [edited?.at ?? null, edited?.by ?? null];
      await dialect.alone(async (tx) => {
        await tx.note.createMany({ data: { ...note, editedAt, editedBy } });
        await tx.earlierNote.createMany({ data: earlier.map((one, n) => ({ ...one, noteId: note.id, n })) });
        await index(tx, dialect, note);
      });
    },

    async editNote({ id, edits, createdAt, text, at, by }) {
      return dialect.alone(async (tx) => {
        const row = await tx.note.findUnique({ where: { id }, ...WITH_EDITS });
        if (row === null) return 'gone';
        if (row._count.earlier !== edits) return 'conflict';
        const earlier = { createdAt: row.createdAt, text: row.text, replacedAt: at, replacedBy: by };
        await tx.earlierNote.createMany({ data: { noteId: id, n: edits, ...earlier } });
        await tx.note.update({ where: { id }, data: { createdAt, text, editedAt: at, editedBy: by } });
        await tx.noteLink.deleteMany({ where: { noteId: id } });
        await index(tx, dialect, { ...row, createdAt, text });
        return 'edited';
      });
    },

    async readNote(id) {
      const row = await prisma.note.findUnique({ where: { id }, ...WITH_EDITS });
      return row && noteOf(row);
    },

    async readNotes(ids) {
      const rows = await prisma.note.findMany({ where: { id: { in: [...ids] } }, ...WITH_EDITS });
      const notes = new Map(rows.map((row) => [row.id, noteOf(row)]));
      return ids.flatMap((id) => notes.get(id) ?? []);
    },

    earlierNotes: (noteId) =>
      prisma.earlierNote.findMany({
        where: { noteId },
        orderBy: { n: 'asc' },
        omit: { noteId: true, n: true },
      }),

    async removeNote(id) {
      const row = await prisma.note.findUnique({ where: { id }, select: { domain: true } });
      if (row === null) return null;
      return (await prisma.note.deleteMany({ where: { id } })).count > 0 ? row.domain : null;
    },

    async notesOf({ domain, before, limit }) {
      const rows = await prisma.note.findMany({
        where: { domain: { in: [domain, ''] }, ...(before !== null && olderThan(before)) },
        orderBy: NEWEST_FIRST,
        take: limit,
        ...WITH_EDITS,
      });
      return rows.map(noteOf);
    },

    async listNotes({ domain, cursor, limit }) {
      const take = Math.min(Math.max(1, limit), MAX_PAGE);
      const after = cursor === undefined ? null : readCursor(cursor);
      const rows = await prisma.note.findMany({
        where: { ...(domain !== undefined && { domain }), ...(after !== null && olderThan(after)) },
        orderBy: NEWEST_FIRST,
        take: take + 1,
        ...WITH_EDITS,
      });
      return pageOf(rows, take, noteOf);
    },
  };
}

async function index(
  tx: Prisma.TransactionClient,
  dialect: Dialect,
  { id, domain, createdAt, text, checkId }: IndexedNote,
) {
  const ids = [...(checkId === null ? [] : [checkId]), ...idsIn(text)];
  const links = [...new Set(ids)].slice(0, MAX_LINKS).map((objectId) => ({ noteId: id, objectId }));
  await tx.noteLink.createMany({ data: links });
  await putEntry(tx, dialect, {
    kind: 'note',
    objectId: id,
    at: createdAt,
    domain,
    text: noteText({ domain, text }),
  });
}

type IndexedNote = Pick<NewNote, 'id' | 'domain' | 'createdAt' | 'text' | 'checkId'>;

function noteOf({ _count, editedAt, editedBy, ...row }: NoteRow): StoredNote {
  return {
    ...row,
    edited: editedAt === null ? null : { at: editedAt, by: editedBy },
    edits: _count.earlier,
  };
}
