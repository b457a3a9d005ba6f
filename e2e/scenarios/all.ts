import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SCENARIO_FILES } from './files';
import type { Scenario } from './scenario';

/** Every scenario, of the files that are there. */
export const SCENARIOS: readonly Scenario[] = await Promise.all(
  SCENARIO_FILES.map(async ({ topic, name }) => {
    const url = pathToFileURL(join(import.meta.dirname, topic, `${name}.ts`)).href;
    const { default: scenario } = (await import(url)) as { default: Scenario };
    return scenario;
  }),
);
