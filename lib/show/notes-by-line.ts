import type { Note } from '@/lib/report/note';

/** The notes of a session, by the line at which they stand. */
export function notesByLine(notes: readonly Note[], session: number): Map<number, string> {
  return new Map(notes.filter((note) => note.session === session).map(({ line, say }) => [line, say]));
}
