import { z } from 'zod';

/** What a refusal in a transcript means, beside the words that its code alone has. A conclusion, made again with the rules. */
export const Note = z.object({
  session: z.int(),
  line: z.int().describe('seq of the first line of the reply'),
  say: z.string(),
});
export type Note = z.infer<typeof Note>;

/** The notes of a session, by the line at which they stand. */
export function notesByLine(notes: readonly Note[], session: number): Map<number, string> {
  return new Map(notes.filter((note) => note.session === session).map(({ line, say }) => [line, say]));
}
