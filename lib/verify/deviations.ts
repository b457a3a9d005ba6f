import type { Deviation, Deviations } from './verification';
import { isObject } from './read-json';

/** Deviations that are told one by one. */
const MAX_TOLD = 20;
/** Characters of the JSON of a value. */
const MAX_SAID = 300;

/** Where two JSON values differ, in the order of the second. Something of the first that is missing counts unless it is nothing. */
export function deviationsOf(path: string, stated: unknown, made: unknown): Deviation[] {
  const found: Deviation[] = [];
  follow(path, stated, made, found);
  return found;
}

export function told(deviations: readonly Deviation[]): Deviations {
  return { count: deviations.length, first: deviations.slice(0, MAX_TOLD) };
}

function follow(path: string, stated: unknown, made: unknown, found: Deviation[]): void {
  if (Array.isArray(stated) && Array.isArray(made)) {
    const [ours, theirs] = [made as unknown[], stated as unknown[]];
    for (let n = 0; n < Math.max(ours.length, theirs.length); n++)
      follow(`${path}/${n}`, theirs[n], ours[n], found);
    return;
  }
  if (isObject(stated) && isObject(made)) {
    for (const key of new Set([...Object.keys(made), ...Object.keys(stated)]))
      follow(`${path}/${key}`, valueOf(stated, key), valueOf(made, key), found);
    return;
  }
  if (stated === made || (stated === undefined && isNothing(made))) return;
  found.push({ path: path.slice(0, MAX_SAID), stated: said(stated), made: said(made) });
}

function valueOf(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** What a version that did not know of it leaves out. */
function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function said(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length <= MAX_SAID ? text : `${text.slice(0, MAX_SAID).replace(/[\ud800-\udbff]$/, '')}…`;
}
