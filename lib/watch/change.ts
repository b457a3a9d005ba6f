import { z } from 'zod';
import { VerdictOutcome } from '@/lib/report/finding';
import type { Facet, Flaws, Watched } from './watched';

const Flaw = z.object({ code: z.string(), title: z.string() });

/** What is otherwise than it was. */
export const Change = z.discriminatedUnion('facet', [
  z.object({
    facet: z.literal('verdict'),
    before: VerdictOutcome,
    after: VerdictOutcome,
    headline: z.string().describe('of the verdict now'),
  }),
  z.object({
    facet: z.literal('mail-servers'),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
  z.object({
    facet: z.enum(['tls', 'dns']),
    appeared: z.array(Flaw).describe('findings that are errors or warnings'),
    gone: z.array(Flaw),
  }),
]);
export type Change = z.infer<typeof Change>;

/** What has changed; nothing where one of both could not see it. */
export function changesBetween(before: Watched, after: Watched): Change[] {
  return [
    ...verdictChange(before, after),
    ...serverChange(before['mail-servers'], after['mail-servers']),
    // Other rules find other things in the same domain.
    ...(before.rules === after.rules
      ? [...flawChange('tls', before.tls, after.tls), ...flawChange('dns', before.dns, after.dns)]
      : []),
  ];
}

/** A rejection for another reason is another verdict; that mail waits for now has many reasons, which take turns. */
function verdictChange(
  { verdict: before, rules }: Watched,
  { verdict: after, rules: rulesAfter }: Watched,
): Change[] {
  if (before === null || after === null) return [];
  const isOtherReason =
    after.outcome === 'permanent' && rules === rulesAfter && before.category !== after.category;
  if (before.outcome === after.outcome && !isOtherReason) return [];
  return [{ facet: 'verdict', before: before.outcome, after: after.outcome, headline: after.headline }];
}

function serverChange(before: string[] | null, after: string[] | null): Change[] {
  if (before === null || after === null || before.join() === after.join()) return [];
  return [{ facet: 'mail-servers', before, after }];
}

function flawChange(facet: 'tls' | 'dns', before: Flaws | null, after: Flaws | null): Change[] {
  if (before === null || after === null) return [];
  const appeared = without(after, before);
  const gone = without(before, after);
  return appeared.length + gone.length === 0 ? [] : [{ facet, appeared, gone }];
}

function without(flaws: Flaws, others: Flaws): Flaws {
  return flaws.filter(({ code }) => others.every((other) => other.code !== code));
}

/** Whether nothing of it is worse than before: that is told at once. */
export function isRecovery(change: Change): boolean {
  if (change.facet === 'verdict') return change.after === 'accepted';
  return change.facet !== 'mail-servers' && change.appeared.length === 0;
}

/** What is known when each facet that could be seen has taken the place of what was known of it. */
export function updated(known: Watched, seen: Watched, facets: readonly Facet[]): Watched {
  const taken = { ...known, rules: seen.rules };
  if (facets.includes('verdict')) taken.verdict = seen.verdict ?? known.verdict;
  for (const facet of ['mail-servers', 'tls', 'dns'] as const)
    if (facets.includes(facet)) Object.assign(taken, { [facet]: seen[facet] ?? known[facet] });
  return taken;
}
