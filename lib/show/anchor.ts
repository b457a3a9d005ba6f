/**
 * The place on the check page that an evidence reference points at: `dns:12` → `dns-12`, `smtp:2:5` → `smtp-2-5`.
 * References of unknown form lead to the top of the evidence.
 */
export function evidenceAnchor(reference: string): string {
  if (/^dns:\d+$/.test(reference) || /^smtp:\d+(:\d+)?$/.test(reference))
    return reference.replaceAll(':', '-');
  if (reference === 'target') return 'verdict';
  if (reference === 'vantage') return 'proof';
  return 'chain';
}

const WORDS: Readonly<Record<string, string>> = { target: 'the target', vantage: 'who we are' };

/** What the link says: `query 12`, `session 2`, `session 2, line 5`. */
export function evidenceWords(reference: string): string {
  const [kind, first, second] = reference.split(':');
  if (kind === 'dns' && first) return `query ${first}`;
  if (kind === 'smtp' && first) return second ? `session ${first}, line ${second}` : `session ${first}`;
  return WORDS[reference] ?? 'the route';
}
