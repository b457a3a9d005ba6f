/** What one look has found. */
export interface Item {
  name: string;
  state: 'ok' | 'warn' | 'wrong';
  /** A sentence. */
  says: string;
  /** What to do; null when nothing need be done. */
  todo: string | null;
}

export function ok(name: string, says: string): Item {
  return { name, state: 'ok', says, todo: null };
}

export function warn(name: string, says: string, todo: string): Item {
  return { name, state: 'warn', says, todo };
}

export function wrong(name: string, says: string, todo: string): Item {
  return { name, state: 'wrong', says, todo };
}
