import { catalogue, type FindingCode } from '@/lib/findings/catalogue';
import { entryOf } from '@/lib/findings/found';
import type { Topic } from '@/lib/findings/topic';
import type { Permanence, Severity, Side } from '@/lib/report/finding';

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

/** The entries of one topic, in the order of its catalogue. */
export function entriesOf({ catalogue: own }: Topic): CatalogueEntry[] {
  return Object.keys(own).flatMap((code) => catalogueEntry(code) ?? []);
}

/** The entry of a code; null when there is no such finding. */
export function catalogueEntry(code: string): CatalogueEntry | null {
  if (!isFindingCode(code)) return null;
  const entry = entryOf(code);
  const { severity, side, layer, permanence, judged, refs, example } = entry;
  return {
    code,
    severity: typeof severity === 'function' ? severity(example) : severity,
    severityVaries: typeof severity === 'function',
    side: typeof side === 'function' ? side(example) : side,
    layer,
    permanence: typeof permanence === 'function' ? permanence(example) : permanence,
    title: entry.title(example),
    why: entry.why(example),
    fix: entry.fix(example),
    judged,
    refs,
  };
}

function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(catalogue, code);
}
