import { query } from './verb';

/** What the operator thinks of findings, where it is not what the catalogue says. */
export const chosenSeverities = query('read', (_, _nothing: object, { settings }) => settings.severities);
