/** For whom a check is, whose turn comes first first: a person who waits, a batch, a watch. */
export const PRIORITIES = ['person', 'batch', 'watch'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Who waits for checks that nobody has asked for just now: repetitions. */
export const NOBODY = 'nobody';

/** By what a check has been started. */
interface Started {
  watchId?: string | undefined;
  batchId?: string | undefined;
}

/** Whoever waits at a page comes first; what is tried by itself has time. */
export function priorityOf({ watchId, batchId }: Started): Priority {
  if (watchId !== undefined) return 'watch';
  return batchId === undefined ? 'person' : 'batch';
}
