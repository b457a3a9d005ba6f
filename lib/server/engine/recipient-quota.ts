import { AppProblem } from '@/lib/problem';
import type { CheckStore, RecipientAsked } from '@/lib/store/store';
import { recipientKey } from '@/lib/target/recipient-key';
import type { Limits } from '../config/limits';
import type { Alone, Quota } from './quota';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A recipient that is named to a mail server. */
export interface NamedRecipient {
  domain: string;
  mailbox: string;
}

export interface RecipientQuotaConfig {
  store: Pick<CheckStore, 'recipientsSince'>;
  limits: Pick<Limits, 'recipientsPerHour' | 'recipientsPerDay'>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Nobody else counts meanwhile. */
  alone: Alone;
}

/**
 * Recipients of one domain, asked for by anybody: who could ask for many would learn which addresses there are. One that was
 * asked for within the time may be asked for again. Counted by the checks that were written down; `spend` writes down the next.
 */
export function createRecipientQuota({
  store,
  limits,
  now,
  alone,
}: RecipientQuotaConfig): Quota<NamedRecipient> {
  const windows = [
    { most: limits.recipientsPerHour, ms: HOUR_MS, words: 'an hour' },
    { most: limits.recipientsPerDay, ms: DAY_MS, words: 'a day' },
  ].filter(({ most }) => most < Infinity);
  if (windows.length === 0) return { take: async (_, spend) => spend?.() };
  return {
    take: ({ domain, mailbox }, spend) =>
      alone('recipients', async () => {
        const at = now();
        const asked = await store.recipientsSince(domain, new Date(at - DAY_MS));
        for (const { most, ms, words } of windows) {
          const others = timesOf(asked, at - ms);
          if (others.has(recipientKey(mailbox)) || others.size < most) continue;
          const leaves = [...others.values()].toSorted((a, b) => a - b)[others.size - most] ?? at;
          const retryAfterSeconds = Math.max(1, Math.ceil((leaves + ms - at) / 1000));
          throw new AppProblem('too-many-recipients', {
            say: `${most} ${most === 1 ? 'mailbox' : 'mailboxes'} of ${domain} within ${words}, as many as may be asked for; the next one in ${Math.ceil(retryAfterSeconds / 60)} min. Those can be checked again.`,
            retryAfterSeconds,
          });
        }
        await spend?.();
      }),
  };
}

/** When each recipient was last asked for since then, by its key. */
function timesOf(asked: readonly RecipientAsked[], since: number): Map<string, number> {
  const times = new Map<string, number>();
  for (const { mailbox, at } of asked) {
    const key = recipientKey(mailbox);
    if (at.getTime() > since) times.set(key, Math.max(times.get(key) ?? 0, at.getTime()));
  }
  return times;
}
