import type { z } from 'zod';
import type { Blocklist } from '@/lib/blocklists/blocklist';
import { ENDED_LISTS } from '@/lib/blocklists/ended-lists';
import { BLOCKLISTS } from '@/lib/blocklists/table';
import { readList } from './lists';

/** Those that may be asked without an agreement. */
export const OPEN_LISTS: readonly Blocklist[] = BLOCKLISTS.filter(({ isOpen }) => isOpen);

/** `off`, or zones of lists that are known here; they come in the order of the table. */
export function readBlocklists(text: string, context: z.RefinementCtx): Blocklist[] {
  if (text.trim() === 'off') return [];
  const zones = readList(text).map((item) => item.toLowerCase());
  for (const zone of zones) {
    if (BLOCKLISTS.some((list) => list.zone === zone)) continue;
    const ended = ENDED_LISTS.find(({ domain }) => zone === domain || zone.endsWith(`.${domain}`));
    context.addIssue({
      code: 'custom',
      message:
        ended === undefined
          ? `must be "off", or zones of docs/blocklists.md, separated by commas; "${zone}" is none`
          : `names ${zone}, a list that has ended (${ended.ended})`,
    });
  }
  return BLOCKLISTS.filter(({ zone }) => zones.includes(zone));
}
