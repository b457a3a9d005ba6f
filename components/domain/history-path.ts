import { z } from 'zod';
import { HISTORY_KINDS } from '@/lib/report/history-kind';
import { CheckOutcome, type HistoryChoice } from '@/lib/report/history-choice';
import { parseTarget } from '@/lib/target/target';

/** What is no choice of ours, or none that there is, chooses nothing. */
const Chosen = z.object({
  only: z.enum(HISTORY_KINDS).optional().catch(undefined),
  of: z.string().optional().catch(undefined),
  outcome: CheckOutcome.optional().catch(undefined),
});

/** What the address bar says of the history of a domain: a mailbox or an outcome chooses checks. */
export function historyChoice(domain: string, said: Readonly<Record<string, unknown>>): HistoryChoice {
  const { only, of = '', outcome } = Chosen.parse(said);
  if (only !== undefined && only !== 'check') return { only };
  const target = parseTarget(of);
  const mailbox = target.ok && target.value.domain === domain ? target.value.mailbox : null;
  const isOfChecks = mailbox !== null || outcome !== undefined;
  return {
    only: isOfChecks ? 'check' : only,
    ...(mailbox !== null && { of: mailbox }),
    ...(outcome !== undefined && { outcome }),
  };
}

/** A page of the history of a domain (A-labels). */
export function historyPath(domain: string, chosen: HistoryChoice & { cursor?: string } = {}): string {
  const words = Object.entries(chosen).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const path = `/domain/${encodeURIComponent(domain)}`;
  return words.length === 0 ? path : `${path}?${new URLSearchParams(words)}`;
}
