/**
 * When the turn of each target comes, from 0, by its domain (null: never asked): first one of each domain, then a second one, so that
 * no domain is asked twice in a row while others wait.
 */
export function turnsOf(domains: readonly (string | null)[]): number[] {
  const seen = new Map<string, number>();
  const rounds: number[][] = [];
  for (const [at, domain] of domains.entries()) {
    if (domain === null) continue;
    const round = seen.get(domain) ?? 0;
    seen.set(domain, round + 1);
    (rounds[round] ??= []).push(at);
  }
  const turns = domains.map(() => 0);
  for (const [turn, at] of rounds.flat().entries()) turns[at] = turn;
  return turns;
}
