import { catalogue } from '@/lib/findings/catalogue/index';
import type { Args, Entry } from '@/lib/findings/catalogue/define';
import type { Permanence, Severity, Side } from '@/lib/findings/finding';

/** A catalogue entry in words, filled with its own example. */
export interface CatalogueEntry {
  code: string;
  severity: Severity;
  severityVaries: boolean;
  side: Side;
  layer: number | null;
  permanence: Permanence | null;
  title: string;
  why: string;
  fix: string;
  judged: string;
  refs: string[];
}

/** All entries in the order of the catalogue. */
export function catalogueEntries(): CatalogueEntry[] {
  return Object.keys(catalogue).flatMap((code) => catalogueEntry(code) ?? []);
}

/** The entry of a code; null when there is no such finding. */
export function catalogueEntry(code: string): CatalogueEntry | null {
  const entry = entryOf(code);
  if (!entry) return null;
  const { severity, side, layer, permanence, judged, refs, example } = entry;
  return {
    code,
    severity: typeof severity === 'function' ? severity(example) : severity,
    severityVaries: typeof severity === 'function',
    side,
    layer,
    permanence,
    title: entry.title(example),
    why: entry.why(example),
    fix: entry.fix(example),
    judged,
    refs,
  };
}

/** An entry is only ever given its own example here, which has the type of its arguments: hence the cast is sound. */
function entryOf(code: string): Entry<Args> | undefined {
  return Object.hasOwn(catalogue, code)
    ? (catalogue as unknown as Record<string, Entry<Args>>)[code]
    : undefined;
}
