import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Scenario } from './scenario';

/** Where scenarios stand: each in the folder of a topic of `lib/findings` that it is about. */
export const SCENARIO_FILES = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: topic }) =>
    readdirSync(join(import.meta.dirname, topic)).map((file) => ({ topic, name: file.replace(/\.ts$/, '') })),
  );

/** Every scenario, of the files that are there. */
export const SCENARIOS: readonly Scenario[] = await Promise.all(
  SCENARIO_FILES.map(async ({ topic, name }) => {
    const url = pathToFileURL(join(import.meta.dirname, topic, `${name}.ts`)).href;
    const { default: scenario } = (await import(url)) as { default: Scenario };
    return scenario;
  }),
);
