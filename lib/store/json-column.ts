/** Null where it is none. */
export function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

export function textOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
