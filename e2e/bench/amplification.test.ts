import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_POLICY_QUERIES, MAX_QUERIES } from '@/lib/dns/budget';
import { amplification, amplificationOfLookUp, EXCHANGES, NO_LIMITS } from './amplification';
import { FETCHES, mostPackets, SESSION_PACKETS } from './amplification-figures';
import { FETCH_PACKETS, QUESTION_PACKETS, type Sent, TCP_PACKETS } from './counted-world';

const LIMITS = { ...NO_LIMITS, queriesPerMinute: 60, sessionsPerHour: 2, sessionsPerNetwork: 3 };
const CHECKS = 3;

describe('a domain that points at somebody else, checked several times at once', () => {
  let sent: Sent;
  let minutes = 0;
  beforeAll(async () => {
    const from = performance.now();
    sent = await amplification('hostile', CHECKS, LIMITS);
    minutes = (performance.now() - from) / 60_000;
  });

  test('a name server is asked so often within a minute', () => {
    const atOnce = LIMITS.queriesPerMinute / 2;
    expect(sent.mostToOneAddress).toBeGreaterThan(atOnce);
    expect(sent.mostToOneAddress).toBeLessThanOrEqual(atOnce * (1 + minutes));
  });

  test('a mail server is contacted so often within an hour, its network so often at once', () => {
    expect(sent.sessions).toBe(LIMITS.sessionsPerHour * EXCHANGES);
    expect(sent.sessionsAtOnce).toBe(LIMITS.sessionsPerNetwork);
  });

  test('packets come to what these limits and those of a check allow', () => {
    const questions = CHECKS * (MAX_QUERIES + MAX_POLICY_QUERIES) * QUESTION_PACKETS;
    const sessions = LIMITS.sessionsPerHour * EXCHANGES * TCP_PACKETS;
    expect(sent.packets).toBeLessThanOrEqual(questions + sessions + CHECKS * FETCHES * FETCH_PACKETS);
  });
});

test.each(['accepting', 'greylisting'] as const)(
  'servers that are %s: a session has so many packets',
  async (kind) => {
    const sent = await amplification(kind, 1, NO_LIMITS);
    expect([sent.sessions, sent.fetches]).toEqual([EXCHANGES, FETCHES]);
    expect(sent.mostOfOneSession).toBeGreaterThan(TCP_PACKETS);
    expect(sent.mostOfOneSession).toBeLessThanOrEqual(SESSION_PACKETS);
    expect(sent.packets).toBeLessThanOrEqual(mostPackets(SESSION_PACKETS));
  },
);

test('a look-up whose every name is somebody else’s asks as often as it may, and no more', async () => {
  const sent = await amplificationOfLookUp({ queries: 30, deadlineMs: 20_000 });
  expect(sent.questions).toBeGreaterThan(10);
  expect(sent.questions).toBeLessThanOrEqual(30);
});
