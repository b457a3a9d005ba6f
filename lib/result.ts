/** What a function that may fail by its input returns: the value, or a problem to show. Never thrown. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; problem: E };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function no<E>(problem: E): { ok: false; problem: E } {
  return { ok: false, problem };
}

/** The default branch of an exhaustive `switch`: the compiler proves that it is never reached. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
