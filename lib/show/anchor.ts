/**
 * The place on the check page that an evidence reference points at: `dns:12` → `dns-12`, `smtp:2:5` → `smtp-2-5`.
 * References of unknown form lead to the top of the evidence.
 */
export function evidenceAnchor(reference: string): string {
  if (/^dns:\d+$/.test(reference) || /^smtp:\d+(:\d+)?$/.test(reference))
    return reference.replaceAll(':', '-');
  if (reference === 'target') return 'verdict';
  return 'chain';
}

/** What the link says: `query 12`, `session 2`, `session 2, line 5`. */
export function evidenceWords(reference: string): string {
  const [kind, first, second] = reference.split(':');
  if (kind === 'dns' && first) return `query ${first}`;
  if (kind === 'smtp' && first) return second ? `session ${first}, line ${second}` : `session ${first}`;
  return reference === 'target' ? 'the target' : 'the route';
}
