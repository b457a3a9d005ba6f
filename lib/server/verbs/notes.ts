import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { parseQuery } from '@/lib/search/query';
import { isCheckId, newCheckId } from '@/lib/store/check-id';
import { MAX_PAGE } from '@/lib/store/cursor';
import type { EarlierNote, StoredNote } from '@/lib/store/note-store';
import { parseTarget } from '@/lib/target/target';
import { note as noteAction } from './note';
import { SEARCH_FAULT_WORDS } from './search';
import { query, verb } from './verb';

/** Characters of a note: some hundred lines of a configuration. */
const MAX_NOTE = 20_000;

/** A clock that is a little ahead of ours. */
const AHEAD_MS = 5 * 60_000;

const NoteText = z
  .string()
  .max(MAX_NOTE, `A note has ${MAX_NOTE.toLocaleString('en')} characters at most.`)
  .refine((text) => text.trim() !== '', 'A note says something.')
  // SQLite ends a text there, and half of a character is none.
  .refine(
    (text) => !/[\0\p{Cs}]/u.test(text),
    'There is something in it that is no text: NUL, or half of a character.',
  );

const NoteTime = z.iso
  .datetime({ offset: true, error: 'The time of a note is written as 2026-11-29T20:15:00Z.' })
  .transform((text) => new Date(text))
  .refine(
    (date) => date.getTime() <= Date.now() + AHEAD_MS,
    'What a note tells of has been done: its time is not to come.',
  )
  .refine((date) => date.getTime() > 0, 'Nobody had mail servers then.');

export const WriteNote = z.strictObject({
  domain: z.string().optional().describe('of the whole installation when it is not given'),
  text: NoteText.describe('kept exactly as it is'),
  at: NoteTime.optional().describe('when it was done; now when it is not given'),
  check: z.string().optional().describe('id of the check that it is about'),
});

export const EditNote = z.strictObject({
  id: z.string(),
  /** How often it was edited when it was read. */
  edits: z.int().min(0),
  text: NoteText,
  at: NoteTime,
});

/** Answer to a note that was written down. */
export const WrittenNote = z.object({ id: z.string(), domain: z.string() });

/** Returns its id and domain. Throws `request-invalid`. */
export const writeNote = verb(
  'write-notes',
  async (
    caller,
    { domain: typed = '', text, at, check = '' }: z.infer<typeof WriteNote>,
    services,
  ): Promise<z.infer<typeof WrittenNote>> => {
    const checked = check === '' ? null : await checkedBy(check, services);
    const domain = typed.trim() === '' ? (checked?.domain ?? '') : domainOf(typed);
    const now = new Date();
    const id = newCheckId();
    await services.store.writeNote({
      id,
      domain,
      createdAt: at ?? now,
      text,
      writtenAt: now,
      writtenBy: caller.who,
      checkId: checked?.id ?? null,
    });
    await noteAction(caller, 'note-written', objectOf(domain), services);
    return { id, domain };
  },
);

/** The text before is kept. Returns its domain. Throws `note-not-found`, `note-changed`. */
export const editNote = verb(
  'write-notes',
  async (caller, { id, edits, text, at }: z.infer<typeof EditNote>, services): Promise<string> => {
    const edit = { id, edits, createdAt: at, text, at: new Date(), by: caller.who };
    const outcome = await services.store.editNote(edit);
    const now = await services.store.readNote(id);
    if (outcome === 'gone' || now === null) throw noSuchNote();
    if (outcome === 'conflict') throw changedMeanwhile(now);
    await noteAction(caller, 'note-edited', objectOf(now.domain), services);
    return now.domain;
  },
);

/** With its earlier texts. Returns its domain. Throws `note-not-found`. */
export const removeNote = verb(
  'write-notes',
  async (caller, { id }: { id: string }, services): Promise<string> => {
    const domain = await services.store.removeNote(id);
    if (domain === null) throw noSuchNote();
    await noteAction(caller, 'note-removed', objectOf(domain), services);
    return domain;
  },
);

/** A note with the texts that it has had. */
export interface NoteHistory {
  note: StoredNote;
  /** Its text in UTF-8, for a field: what is shown of it has no sign that hides or turns (`lib/show/shown.ts`). */
  typed: Uint8Array;
  earlier: EarlierNote[];
}

/** Null when there is none. */
export const findNote = query(
  'list',
  async (_, { id }: { id: string }, { store }): Promise<NoteHistory | null> => {
    const note = await store.readNote(id);
    return (
      note && {
        note,
        typed: new TextEncoder().encode(note.text),
        earlier: note.edits === 0 ? [] : await store.earlierNotes(id),
      }
    );
  },
);

/** Notes of one page. */
const LISTED = 50;

/** Notes that are given at once, and their characters: what a program reads in one go. */
const MOST_NOTES = 10_000;
const MOST_CHARACTERS = 10_000_000;

export const ListNotes = z.object({
  q: z.string().optional().describe('words that it has; in quotation marks, to the character'),
  domain: z.string().optional().describe('of this domain alone'),
  cursor: z.string().optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PAGE)
    .optional()
    .describe(`when it is not given: ${LISTED} as JSON, all as lines`),
});

/** A note as it stands. */
export type Note = StoredNote;

export interface NotePage {
  items: StoredNote[];
  /** Cursor of the page after it; null on the last one. */
  next: string | null;
}

/** Newest first; those that are searched for, in the order in which they were written down or edited. Throws `request-invalid`. */
export const listNotes = query(
  'list',
  async (
    _,
    { q = '', domain: typed, cursor, limit = LISTED }: z.infer<typeof ListNotes>,
    { store },
  ): Promise<NotePage> => {
    const domain = typed === undefined || typed === '' ? undefined : domainOf(typed);
    if (q.trim() === '') return store.listNotes({ domain, cursor, limit });
    const parsed = parseQuery(q);
    if (!parsed.ok) throw new AppProblem('request-invalid', { say: SEARCH_FAULT_WORDS[parsed.fault] });
    const before = cursor === undefined || !/^\d{1,15}$/.test(cursor) ? null : Number(cursor);
    const found = await store.search({ ...parsed.query, kinds: ['note'], domain, before, limit: limit + 1 });
    const page = found.slice(0, limit);
    return {
      items: await store.readNotes(page.map(({ objectId }) => objectId)),
      next: found.length > limit ? String(page.at(-1)?.place ?? '') : null,
    };
  },
);

/** The same without pages: as many as are given at once. Throws `request-invalid`. */
export const allNotes = query(
  'list',
  async (caller, asked: Omit<z.infer<typeof ListNotes>, 'limit'>, services): Promise<NotePage> => {
    const items: StoredNote[] = [];
    let { cursor } = asked;
    let characters = 0;
    do {
      const page = await listNotes(caller, { ...asked, cursor, limit: MAX_PAGE }, services);
      items.push(...page.items);
      characters += page.items.reduce((sum, { text }) => sum + text.length, 0);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && items.length < MOST_NOTES && characters < MOST_CHARACTERS);
    return { items, next: cursor ?? null };
  },
);

/** Of a line of the audit log. */
function objectOf(domain: string): string {
  return domain === '' ? 'the installation' : domain;
}

/** In A-labels. Throws `request-invalid`. */
function domainOf(typed: string): string {
  const target = parseTarget(typed);
  if (target.ok) return target.value.domain;
  throw new AppProblem('request-invalid', { say: 'A note is of a domain, or of the whole installation.' });
}

async function checkedBy(
  id: string,
  { store }: Parameters<typeof findNote>[2],
): Promise<{ id: string; domain: string }> {
  const check = isCheckId(id) ? await store.read(id) : null;
  if (check === null) throw new AppProblem('request-invalid', { say: 'There is no check with this id.' });
  return { id, domain: check.target.domain };
}

function noSuchNote(): AppProblem {
  return new AppProblem('note-not-found', { say: 'There is no such note, or it was removed.' });
}

function changedMeanwhile({ edited }: StoredNote): AppProblem {
  const when = edited === null ? '' : ` at ${edited.at.toISOString().replace('T', ' ').slice(0, 19)} UTC`;
  return new AppProblem('note-changed', {
    say: `${edited?.by ?? 'Somebody'} changed this note${when}. Your text is still in the field; theirs stands on the page.`,
  });
}
