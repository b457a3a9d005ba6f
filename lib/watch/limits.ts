import type { WatchKind } from './kind';

/** Minutes between two tries of one watch, at least. */
export const MIN_EVERY_MINUTES: Readonly<Record<WatchKind, number>> = {
  // Each try opens a session with every mail server.
  mail: 5,
  // Each try asks every list, and lists refuse whoever asks too often.
  lists: 60,
};

/** And at most a month. */
export const MAX_EVERY_MINUTES = 31 * 24 * 60;

/** Minutes between two tries of a watch of an address where nobody says more. */
export const LISTS_EVERY_MINUTES = 24 * 60;
