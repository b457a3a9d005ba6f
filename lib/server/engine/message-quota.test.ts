import { describe, expect, test } from 'vitest';
import { AppProblem } from '@/lib/problem';
import type { MessageRequest } from '@/lib/store/store';
import { checkMessageLimits, createMessageQuota } from './message-quota';
import { createMemoryAlone } from './memory-alone';
import { quotaContract } from './quota-contract';

const NOW = new Date('2026-11-23T12:00:00Z');
const asked = (mailbox?: string, by: string | null = 'ada') => ({
  target: { domain: 'example.org', ...(mailbox && { mailbox }) },
  by,
});
const minutesAgo = (minutes: number, mailbox?: string, by?: string | null) => ({
  at: new Date(NOW.getTime() - minutes * 60_000),
  ...asked(mailbox, by),
});
const ANN = 'ann@example.org';
const LIMITS = { perRecipient: 2, perCaller: 100, inAll: 3 };

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
])('%s', (_, before, limits, retryAfterSeconds) => {
  const check = () => checkMessageLimits(asked(ANN), before, NOW, limits);
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
  const before = [minutesAgo(5, ANN), minutesAgo(4, spelling)];
  const check = () => checkMessageLimits(asked(ANN), before, NOW, LIMITS);
  expect(check).toThrow(AppProblem);
});

test.each(['+@example.org', '"ann b"@example.org', 'bob+ann@example.org'])(
  '%s is another one',
  (spelling) => {
    const before = [minutesAgo(5, ANN), minutesAgo(4, spelling)];
    const check = () => checkMessageLimits(asked(ANN), before, NOW, LIMITS);
    expect(check).not.toThrow();
  },
);

test('a bare domain is its postmaster', () => {
  const before = [minutesAgo(5), minutesAgo(4, 'postmaster@example.org')];
  expect(() => checkMessageLimits(asked(), before, NOW, LIMITS)).toThrow(AppProblem);
});

test('none allowed: nobody is told to wait', () => {
  const check = () => checkMessageLimits(asked(), [], NOW, { ...LIMITS, perRecipient: 0 });
  expect(check).toThrow(expect.objectContaining({ retryAfterSeconds: null }));
});

test.each([
  ['those of others do not count', ['ada', 'bob', null], 'bob', null],
  ['two of one caller', ['bob', 'ada', 'bob'], 'bob', 'within an hour'],
  ['two of whoever is not signed in', [null, 'bob', null], null, 'within an hour'],
])('by one caller, to whomever: %s', (_, callers, by, says) => {
  const before = callers.map((caller, n) => minutesAgo(30 - n, `u${n}@example.org`, caller));
  const check = () =>
    checkMessageLimits(asked(ANN, by), before, NOW, { perRecipient: 9, perCaller: 2, inAll: 9 });
  if (says === null) expect(check).not.toThrow();
  else
    expect(check).toThrow(
      expect.objectContaining({
        code: 'too-many-messages',
        say: '2 messages of one caller within an hour, as many as are allowed; the next one in 30 min.',
      }),
    );
});

describe('messages to one recipient', () =>
  quotaContract((most) => {
    const written: MessageRequest[] = [];
    let now = NOW.getTime();
    const quota = createMessageQuota({
      alone: createMemoryAlone(),
      store: {
        messagesSince: (since) => Promise.resolve(written.filter(({ at }) => at >= since)),
      },
      limits: { perRecipient: most, perCaller: 100, inAll: 100 },
      now: () => now,
    });
    return {
      quota: {
        take: (key, spend) =>
          quota.take(asked(`${key}@example.org`), async () => {
            await spend?.();
            written.push({ at: new Date(now), ...asked(`${key}@example.org`) });
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
