import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_QUERIES } from '@/lib/dns/budget';
import { amplification, EXCHANGES, NO_LIMITS, type Sent, TCP_PACKETS } from './amplification';

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
    const most = CHECKS * MAX_QUERIES + LIMITS.sessionsPerHour * EXCHANGES;
    expect(sent.packets).toBeLessThanOrEqual(most * TCP_PACKETS);
  });
});
