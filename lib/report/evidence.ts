import type { Report } from './report';

/** The part of a report that was observed: all that a rule may look at. */
export type Evidence = Omit<
  Report,
  | 'id'
  | 'queuePlace'
  | 'finishedAt'
  | 'durationMs'
  | 'versions'
  | 'digest'
  | 'verdict'
  | 'findings'
  | 'notes'
  | 'before'
  | 'former'
  | 'share'
  | 'retest'
  | 'seq'
>;
