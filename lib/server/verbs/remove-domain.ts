import { z } from 'zod';
import { log } from '../config/log';
import type { Services } from '../engine/services';
import { note } from './note';
import { verb } from './verb';

/** What was kept of a domain, and is gone. */
export const RemovedDomain = z.object({ checks: z.int(), mails: z.int() });
export type RemovedDomain = z.infer<typeof RemovedDomain>;

/** Read at a time; others have their turn between any two that are removed. */
const BATCH = 50;

/**
 * Removes every check of a domain, in A-labels, what watches have told of it, and every mail about one of its recipients, for good.
 * What is under way stays, and so do watches.
 */
export const removeDomain = verb(
  'remove',
  async (caller, { domain }: { domain: string }, services): Promise<RemovedDomain> => {
    const removed = {
      checks: await removeChecks(domain, services),
      mails: await removeMails(domain, services),
    };
    await services.store.removeAlertsOf(domain);
    log.info({ domain, ...removed }, 'domain removed');
    await note(caller, 'domain-removed', domain, services);
    return removed;
  },
);

async function removeChecks(domain: string, { store, removal }: Services): Promise<number> {
  let removed = 0;
  let cursor: string | null = null;
  do {
    const page = await store.list({ domain, limit: BATCH, ...(cursor !== null && { cursor }) });
    for (const { id } of page.items) if (await removal.removeCheck(id)) removed++;
    cursor = page.next;
  } while (cursor !== null);
  return removed;
}

async function removeMails(domain: string, { store }: Services): Promise<number> {
  let removed = 0;
  for (;;) {
    const mails = await store.mailsOf({ domain, before: null, limit: BATCH });
    const gone = await Promise.all(mails.map(({ id }) => store.removeMail(id, { evenKept: true })));
    if (!gone.includes(true)) return removed;
    removed += gone.filter(Boolean).length;
  }
}
