import { describe, entryOf, shippedSeverity } from '@/lib/findings/found';
import { isFindingCode, type Severities } from '@/lib/findings/severities';
import type { Topic } from '@/lib/findings/topic';
import type { Finding, Severity } from '@/lib/report/finding';

/** A catalogue entry in words, filled with its own example. */
export interface CatalogueEntry extends Finding {
  /** What it is called, whatever it is about. */
  name: string;
  /** What the catalogue says, where the operator has chosen another one. */
  shipped: Severity | null;
  /** The severity of the catalogue depends on what else was seen. */
  severityVaries: boolean;
  judged: string;
}

/** The entries of one topic, in the order of its catalogue. */
export function entriesOf({ catalogue: own }: Topic, severities: Severities): CatalogueEntry[] {
  return Object.keys(own).flatMap((code) => catalogueEntry(code, severities) ?? []);
}

/** Whether a finding has all of these words, in its code or in what it says. */
export function hasWords({ code, name, title, why, judged }: CatalogueEntry, words: string): boolean {
  const said = [code, name, title, why, judged].join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** The entry of a code; null when there is no such finding. */
export function catalogueEntry(code: string, severities: Severities): CatalogueEntry | null {
  if (!isFindingCode(code)) return null;
  const entry = entryOf(code);
  const shipped = shippedSeverity(entry, entry.example);
  const { name, severity, judged, example } = entry;
  const finding = describe({ code, args: example, evidence: [] }, severities);
  return {
    ...finding,
    name,
    shipped: finding.severity === shipped ? null : shipped,
    severityVaries: typeof severity === 'function',
    judged,
  };
}
