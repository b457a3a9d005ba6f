import { describe, expect, test } from 'vitest';
import type { RecipientAsked } from '@/lib/store/store';
import { quotaContract } from './quota-contract';
import { createRecipientQuota } from './recipient-quota';
import { createMemoryAlone } from './memory-alone';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const HOUR_MS = 3_600_000;

/** A quota over what was written down, with mailboxes of example.org asked for so many minutes ago. */
function quotaOf(
  most: { hour: number; day: number },
  before: readonly (readonly [minutes: number, mailbox: string])[] = [],
) {
  const written: (RecipientAsked & { domain: string })[] = before.map(([minutes, mailbox]) => ({
    domain: 'example.org',
    mailbox,
    at: new Date(NOW - minutes * 60_000),
  }));
  let now = NOW;
  const quota = createRecipientQuota({
    alone: createMemoryAlone(),
    store: {
      recipientsSince: (domain, since) =>
        Promise.resolve(written.filter((one) => one.domain === domain && one.at >= since)),
    },
    limits: { recipientsPerHour: most.hour, recipientsPerDay: most.day },
    now: () => now,
  });
  return {
    take: (mailbox: string, domain = 'example.org', spend?: () => Promise<void>) =>
      quota.take({ domain, mailbox }, async () => {
        await spend?.();
        written.push({ domain, mailbox, at: new Date(now) });
      }),
    pass: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  };
}

const refusal = (retryAfterSeconds: number) => ({ code: 'too-many-recipients', retryAfterSeconds });

test.each([
  [
    'a third within the hour',
    { hour: 2, day: 9 },
    [
      [50, 'a@example.org'],
      [10, 'b@example.org'],
    ],
    600,
  ],
  [
    'a third within the day',
    { hour: 2, day: 2 },
    [
      [1430, 'a@example.org'],
      [70, 'b@example.org'],
    ],
    600,
  ],
  [
    'more than the limit, since it was lowered',
    { hour: 2, day: 9 },
    [
      [50, 'a@example.org'],
      [40, 'b@example.org'],
      [30, 'c@example.org'],
    ],
    1200,
  ],
  [
    'spellings of the same count once, by the last of them',
    { hour: 2, day: 9 },
    [
      [50, 'a@example.org'],
      [20, 'A+1@example.org'],
      [10, 'b@example.org'],
    ],
    2400,
  ],
] as const)('%s is refused', async (_, most, before, seconds) => {
  await expect(quotaOf(most, before).take('new@example.org')).rejects.toMatchObject(refusal(seconds));
});

test('what was asked for within the time may be asked for again, however it is spelled', async () => {
  const quota = quotaOf({ hour: 1, day: 1 });
  for (const mailbox of ['ann@example.org', 'ANN@example.org', '"ann"@example.org', 'ann+1@example.org'])
    await quota.take(mailbox);
  await expect(quota.take('bob@example.org')).rejects.toMatchObject(refusal(HOUR_MS / 1000));
});

test('spellings of one recipient leave room for another', async () => {
  const before = [
    [50, 'a@example.org'],
    [20, 'A+1@example.org'],
    [10, '"a"@example.org'],
  ] as const;
  await quotaOf({ hour: 2, day: 2 }, before).take('new@example.org');
});

test('within the hour, and again after it, until the day is used up', async () => {
  const quota = quotaOf({ hour: 2, day: 3 });
  await quota.take('a@example.org');
  await quota.take('b@example.org');
  await expect(quota.take('c@example.org')).rejects.toMatchObject(refusal(3600));
  await quota.pass(HOUR_MS);
  await quota.take('c@example.org');
  await expect(quota.take('d@example.org')).rejects.toMatchObject(refusal(23 * 3600));
});

test('0 in the configuration is no limit', async () => {
  const quota = quotaOf({ hour: Infinity, day: Infinity });
  for (let n = 0; n < 500; n++) await quota.take(`u${n}@example.org`);
});

describe('mailboxes of one domain', () =>
  quotaContract((most) => {
    const quota = quotaOf({ hour: most, day: Infinity });
    let count = 0;
    return {
      quota: { take: (key, spend) => quota.take(`u${count++}@${key}.example`, `${key}.example`, spend) },
      code: 'too-many-recipients',
      windowMs: HOUR_MS,
      pass: quota.pass,
    };
  }));
