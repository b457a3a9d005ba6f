/**
 * Work that goes on beside other work and is awaited later. When the check is cancelled before that, its rejection is
 * nobody's: without this it would end the process.
 */
export function aside<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
