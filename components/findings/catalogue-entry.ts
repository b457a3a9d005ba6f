import { entryOf, shippedSeverity } from '@/lib/findings/found';
import { isFindingCode, type Severities } from '@/lib/findings/severities';
import type { Topic } from '@/lib/findings/topic';
import type { Permanence, Severity, Side } from '@/lib/report/finding';

/** A catalogue entry in words, filled with its own example. */
export interface CatalogueEntry {
  code: string;
  /** As it is shown here. */
  severity: Severity;
  /** What the catalogue says, where the operator has chosen another one. */
  shipped: Severity | null;
  /** The severity of the catalogue depends on what else was seen. */
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
export function entriesOf({ catalogue: own }: Topic, severities: Severities): CatalogueEntry[] {
  return Object.keys(own).flatMap((code) => catalogueEntry(code, severities) ?? []);
}

/** The entry of a code; null when there is no such finding. */
export function catalogueEntry(code: string, severities: Severities): CatalogueEntry | null {
  if (!isFindingCode(code)) return null;
  const entry = entryOf(code);
  const shipped = shippedSeverity(entry, entry.example);
  const chosen = severities[code];
  const { severity, side, layer, permanence, judged, refs, example } = entry;
  return {
    code,
    severity: chosen ?? shipped,
    shipped: chosen === undefined || chosen === shipped ? null : shipped,
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
