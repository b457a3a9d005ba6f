/** Names of the practice internet are plain: lower case, no trailing dot, `.` for the root, no escapes. */

/** `@` is the origin, a trailing dot makes a name absolute, all else is relative to the origin (RFC 1035 §5.1). */
export function absolute(name: string, origin: string): string {
  const lower = name.toLowerCase();
  if (lower === '@') return origin;
  if (lower === '.') return '.';
  if (lower.endsWith('.')) return lower.slice(0, -1);
  return origin === '.' ? lower : `${lower}.${origin}`;
}

/** True for the zone's own name and every name below it. */
export function isWithin(name: string, zone: string): boolean {
  return zone === '.' || name === zone || name.endsWith(`.${zone}`);
}

/** The names from the name itself up to and including the zone's, the nearest first. */
export function upTo(name: string, zone: string): string[] {
  const names: string[] = [];
  for (let at = name; isWithin(at, zone); at = parentOf(at)) {
    names.push(at);
    if (at === zone || at === '.') break;
  }
  return names;
}

export function parentOf(name: string): string {
  const dot = name.indexOf('.');
  return dot === -1 || name === '.' ? '.' : name.slice(dot + 1);
}
