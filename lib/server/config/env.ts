import { readSettings, type Settings } from './settings';

let settings: Settings | undefined;

/** The configuration, read once. Throws with every bad value named; `npm start` has refused those before. */
export function env(): Settings {
  if (settings === undefined) {
    const read = readSettings(process.env);
    if (!read.ok) throw new Error(read.problem.join(' '));
    settings = read.value;
  }
  return settings;
}
