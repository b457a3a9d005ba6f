import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { env } from '../config/env';

const LabTargets = z.array(z.object({ target: z.string(), about: z.string() }));

/** What there is to try in the practice internet; empty outside of `npm run lab`. */
export async function labTargets(): Promise<z.infer<typeof LabTargets>> {
  const { labTargets: path } = env();
  return path === null ? [] : LabTargets.parse(JSON.parse(await readFile(path, 'utf8')));
}
