import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { query } from './verb';

const LabTargets = z.array(z.object({ target: z.string(), about: z.string() }));

/** What there is to try in the practice internet; empty outside of `npm run lab`. */
export const labTargets = query(
  'start-checks',
  async (_, _nothing: object, { settings: { labTargets: path } }) =>
    path === null ? [] : LabTargets.parse(JSON.parse(await readFile(path, 'utf8'))),
);
