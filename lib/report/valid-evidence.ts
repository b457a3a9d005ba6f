import type { z } from 'zod';
import { EventDocument, type EvidenceEvent } from './event';
import { FACTS } from './facts';

/**
 * Whether these are events of evidence in the form of today, each fact of the kind that its name says. A digest proves only that
 * nothing was changed after it was made.
 */
export function isValidEvidence(events: readonly unknown[]): events is readonly EvidenceEvent[] {
  return events.every(isValid);
}

const VALUES: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(FACTS).map(([name, { value }]) => [name, value]),
);

function isValid(event: unknown): boolean {
  const { data } = EventDocument.safeParse(event);
  if (data === undefined || data.type === 'judged' || data.type === 'done') return false;
  return data.type !== 'fact' || VALUES.get(data.name)?.safeParse(data.value).success === true;
}
