import { describe, expect, test } from 'vitest';
import { AppProblem } from '@/lib/problem';
import type { MessageRequest } from '@/lib/store/store';
import { checkMessageLimits, createMessageQuota } from './message-quota';
import { quotaContract } from './quota-contract';

const NOW = new Date('2026-11-23T12:00:00Z');
const minutesAgo = (minutes: number, mailbox?: string) => ({
  at: new Date(NOW.getTime() - minutes * 60_000),
  target: { domain: 'example.org', ...(mailbox && { mailbox }) },
});
const ANN = 'ann@example.org';
const LIMITS = { perRecipient: 2, inAll: 3 };

test.each([
  ['nothing yet', [], LIMITS, null],
  ['one before', [minutesAgo(10, ANN)], LIMITS, null],
  ['two to the same', [minutesAgo(50, ANN), minutesAgo(10, 'ANN@example.org')], LIMITS, 600],
  ['two to others', [minutesAgo(50, 'bob@example.org'), minutesAgo(10)], LIMITS, null],
  ['three to others', [50, 40, 10].map((age) => minutesAgo(age, `u${age}@example.org`)), LIMITS, 600],
  [
    'more than the limit, since it was lowered',
    [50, 40, 30, 10].map((age) => minutesAgo(age, ANN)),
    LIMITS,
    1800,
  ],
  ['the oldest is about to be an hour old', [minutesAgo(60, ANN), minutesAgo(1, ANN)], LIMITS, 1],
])('%s', (_, asked, limits, retryAfterSeconds) => {
  const check = () => checkMessageLimits({ domain: 'example.org', mailbox: ANN }, asked, NOW, limits);
  if (retryAfterSeconds === null) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code: 'too-many-messages', retryAfterSeconds }));
});

test.each([
  '"ann"@example.org',
  'a\\nn@example.org',
  '"a\\nn"@example.org',
  'ann+news@example.org',
  'ANN+@example.org',
])('%s is the same recipient', (spelling) => {
  const asked = [minutesAgo(5, ANN), minutesAgo(4, spelling)];
  const check = () => checkMessageLimits({ domain: 'example.org', mailbox: ANN }, asked, NOW, LIMITS);
  expect(check).toThrow(AppProblem);
});

test.each(['+@example.org', '"ann b"@example.org', 'bob+ann@example.org'])(
  '%s is another one',
  (spelling) => {
    const asked = [minutesAgo(5, ANN), minutesAgo(4, spelling)];
    const check = () => checkMessageLimits({ domain: 'example.org', mailbox: ANN }, asked, NOW, LIMITS);
    expect(check).not.toThrow();
  },
);

test('a bare domain is its postmaster', () => {
  const asked = [minutesAgo(5), minutesAgo(4, 'postmaster@example.org')];
  expect(() => checkMessageLimits({ domain: 'example.org' }, asked, NOW, LIMITS)).toThrow(AppProblem);
});

test('none allowed: nobody is told to wait', () => {
  const check = () => checkMessageLimits({ domain: 'example.org' }, [], NOW, { perRecipient: 0, inAll: 3 });
  expect(check).toThrow(expect.objectContaining({ retryAfterSeconds: null }));
});

describe('messages to one recipient', () =>
  quotaContract((most) => {
    const written: MessageRequest[] = [];
    let now = NOW.getTime();
    const quota = createMessageQuota({
      store: {
        messagesSince: (since) => Promise.resolve(written.filter(({ at }) => at >= since)),
      },
      limits: { perRecipient: most, inAll: 100 },
      now: () => now,
    });
    const target = (key: string) => ({ domain: 'example.org', mailbox: `${key}@example.org` });
    return {
      quota: {
        take: (key, spend) =>
          quota.take(target(key), async () => {
            await spend?.();
            written.push({ at: new Date(now), target: target(key) });
          }),
      },
      code: 'too-many-messages',
      windowMs: 3_600_000,
      pass(ms) {
        now += ms;
        return Promise.resolve();
      },
    };
  }));
