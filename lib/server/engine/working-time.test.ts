import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { World } from '@/lib/check/world';
import type { DnsHeard, DnsQuery } from '@/lib/dns/transport';
import { watchWork } from './working-time';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const QUERY: DnsQuery = { address: '192.0.2.1', transport: 'udp', message: new Uint8Array(), timeoutMs: 1 };
const HEARD: DnsHeard = { kind: 'silence', ms: 1 };
const DEADLINE_MS = 10_000;

/** A question that is held back for so long, and then answered after so long. */
function asking({ heldMs, answeredMs }: { heldMs: number; answeredMs: number }) {
  const log: string[] = [];
  const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const dns: World['dns'] = async (_query, _signal, hold = (wait) => wait()) => {
    if (heldMs > 0) await hold(() => later(heldMs));
    log.push('asked');
    await later(answeredMs);
    return HEARD;
  };
  const work = watchWork(
    { dns } as World,
    {
      lend: () => void log.push('lent'),
      takeBack: () => {
        log.push('taken back');
        return Promise.resolve();
      },
    },
    {
      deadlineMs: DEADLINE_MS,
      onDeadline: () => void log.push('deadline'),
      signal: new AbortController().signal,
    },
  );
  return { log, heard: work.world.dns(QUERY, new AbortController().signal) };
}

test('while a question is held back the deadline stands still and the slot is lent; it is asked with a slot', async () => {
  const { log, heard } = asking({ heldMs: 3 * DEADLINE_MS, answeredMs: 100 });
  await vi.advanceTimersByTimeAsync(3 * DEADLINE_MS + 100);
  expect(await heard).toBe(HEARD);
  expect(log).toEqual(['lent', 'taken back', 'asked']);
});

test('what is asked at once counts', async () => {
  const { log } = asking({ heldMs: 0, answeredMs: 3 * DEADLINE_MS });
  await vi.advanceTimersByTimeAsync(3 * DEADLINE_MS);
  expect(log).toEqual(['asked', 'deadline']);
});

test('a short wait keeps the slot', async () => {
  const { log, heard } = asking({ heldMs: 100, answeredMs: 100 });
  await vi.advanceTimersByTimeAsync(200);
  expect(await heard).toBe(HEARD);
  expect(log).toEqual(['asked']);
});
