import { join } from 'node:path';
import { z } from 'zod';
import { type Half, isIn } from './half';
import type { KeyZone } from './key-zone';
import { type Outcome, type Score, summarise } from './outcome';
import { readLines } from './read-cases';
import { verified } from './score-dkim';

const Row = z.object({
  id: z.string(),
  message: z.string(),
  /** Empty for a message without a chain. */
  cv: z.string(),
  txt_records: z.record(z.string(), z.string()).default({}),
});

/** What chains come to. Throws with one sentence when there is nothing to read. */
export function scoreArc(folder: string, half: Half | null = null): Score {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), Row);
  const outcomes = rows
    .filter(({ id }) => isIn(half, id))
    .map(({ id, message, cv, txt_records }): Outcome<'cv'> => {
      const zone: KeyZone = new Map(
        Object.entries(txt_records).map(([name, text]) => [name.toLowerCase(), [text]]),
      );
      const { arc } = verified(Buffer.from(message), zone);
      const wanted = cv === '' ? 'none' : cv.toLowerCase();
      const miss = `${arc.cv} (${arc.reason} ${arc.detail} at ${arc.instance}), should be ${wanted}`;
      return { name: id, points: [{ figure: 'cv', isRight: arc.cv === wanted, miss }] };
    });
  const { lines, figures } = summarise(outcomes, ['cv']);
  return { lines: [...unreadable, ...lines], figures: { ...figures, unreadable: unreadable.length } };
}
