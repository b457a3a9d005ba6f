import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of scenarios: each stands in the folder of a topic of `lib/findings` that it is about. */
export const SCENARIO_FILES = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: topic }) =>
    readdirSync(join(import.meta.dirname, topic)).map((file) => ({ topic, name: file.replace(/\.ts$/, '') })),
  );
