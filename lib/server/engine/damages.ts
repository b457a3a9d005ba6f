import { AppProblem } from '@/lib/problem';
import { log, shortId } from '../config/log';

/** What of a kept thing cannot be read. */
type DamagedKind = 'check' | 'mail';

/** Told until the process ends; who has more has seen that the whole file is damaged. */
const MAX_TOLD = 1_000;

const SAY: Readonly<Record<DamagedKind, string>> = {
  check: 'What is kept of this check is damaged and cannot be read. All other checks are as they were.',
  mail: 'What is kept of this mail is damaged and cannot be read. All other mails are as they were.',
};

const CODES = { check: 'check-damaged', mail: 'mail-damaged' } as const;

/** Keeps damage where it is: one check or one mail that cannot be read is a problem of its own. */
export interface Damages {
  /** What `read` gives; rejects with `check-damaged` or `mail-damaged` for whatever is no problem of a request. */
  within<T>(kind: DamagedKind, id: string, read: () => T | Promise<T>): Promise<T>;
}

/** `tell` hears once of each. */
export function createDamages(tell = logDamage): Damages {
  const told = new Set<string>();
  const tellOnce = (kind: DamagedKind, id: string, error: unknown): void => {
    const key = `${kind} ${id}`;
    if (told.has(key) || told.size >= MAX_TOLD) return;
    told.add(key);
    tell(kind, id, error);
  };
  return {
    async within(kind, id, read) {
      try {
        return await read();
      } catch (error) {
        if (error instanceof AppProblem) throw error;
        tellOnce(kind, id, error);
        throw new AppProblem(CODES[kind], { say: SAY[kind], cause: error });
      }
    },
  };
}

function logDamage(kind: DamagedKind, id: string, error: unknown): void {
  log.error({ [kind]: shortId(id), err: error }, `what is kept of a ${kind} cannot be read`);
}

/** Whether it says that this one thing cannot be read, and nothing of all others. */
export function isDamage(error: unknown): boolean {
  return error instanceof AppProblem && Object.values<string>(CODES).includes(error.code);
}
