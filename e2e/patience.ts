/**
 * How long a test waits for what must come, however slow the machine and whatever else it does. Nothing is judged by it: a test
 * that reaches it has failed.
 */
export const PATIENCE_MS = 60_000;
