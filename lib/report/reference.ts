/** Parts of a check that have no number. */
const PLACES = ['route', 'target', 'vantage', 'limits', 'status'] as const;
export type Place = (typeof PLACES)[number];

/**
 * Where the proof of a conclusion stands: a step of the trace, a session or one line of it (by its `seq`), or a part of the
 * check. In documents it is a text: `dns:12`, `smtp:2`, `smtp:2:5`, `route`.
 */
export type Reference =
  { at: 'dns'; n: number } | { at: 'session'; n: number; line: number | null } | { at: Place };

export function dnsStep(n: number): Reference {
  return { at: 'dns', n };
}

/** A line of a session; the session as a whole without one. */
export function sessionLine(n: number, line: number | null = null): Reference {
  return { at: 'session', n, line };
}

export function printReference(reference: Reference): string {
  switch (reference.at) {
    case 'dns':
      return `dns:${reference.n}`;
    case 'session':
      return reference.line === null ? `smtp:${reference.n}` : `smtp:${reference.n}:${reference.line}`;
    default:
      return reference.at;
  }
}

/** Null for a text that `printReference` does not write. */
export function parseReference(text: string): Reference | null {
  const place = PLACES.find((one) => one === text);
  if (place !== undefined) return { at: place };
  const [, kind, n, line] = /^(dns|smtp):(\d{1,9})(?::(\d{1,9}))?$/.exec(text) ?? [];
  if (kind === 'smtp') return sessionLine(Number(n), line === undefined ? null : Number(line));
  return kind === 'dns' && line === undefined ? dnsStep(Number(n)) : null;
}

/** A part of the check that has no number. */
export function place(at: Place): Reference {
  return { at };
}
