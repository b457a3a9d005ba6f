/** What must be done by one process alone, where several share a database. */
export type Chore = 'retests' | 'watches' | 'batches' | 'alerts' | 'search';

/** Whose it is to do that. */
export interface Duty {
  isOurs(): boolean;
  /** Whoever has it shall look what is to be done. */
  pass(chore: Chore): void;
}

/** Of a process that has the database to itself. */
export const OWN_DUTY: Duty = { isOurs: () => true, pass: () => undefined };
