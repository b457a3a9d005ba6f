import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShared, type TestShared } from '@/e2e/fixtures/test-shared';
import { turnsContract } from '@/lib/net/turns-contract';
import type { SharedDatabase } from '@/lib/store/postgresql/shared';
import { createSharedTurns, type SharedTurns } from './shared-turns';

/** What has to be said and heard until nothing changes any more. */
const SETTLE_MS = 250;

const START = Date.UTC(2026, 10, 30);

let opened: TestShared;
let shared: SharedDatabase;
let clock: number;
let all: SharedTurns[];

beforeEach(async () => {
  opened = await openTestShared();
  shared = await opened.open();
  await shared.claims.pulse(0);
  clock = START;
  all = [];
});
afterEach(async () => {
  for (const turns of all) await turns.close();
  await opened.close();
});

async function pass(ms: number): Promise<void> {
  await pause(SETTLE_MS);
  clock += ms;
  for (const turns of all) turns.look(null);
  await pause(SETTLE_MS);
}

describe('turns of several processes', () =>
  turnsContract((limits) => {
    const turns = createSharedTurns(
      shared.visits(limits, () => clock),
      limits,
    );
    all.push(turns);
    return turns;
  }, pass));

const LIMITS = {
  cooldownMs: 30_000,
  sessionsPerHour: Infinity,
  sessionsAtOnce: Infinity,
  sessionsPerNetwork: Infinity,
};

test('a process that is dead holds an address no longer than its cool-down', async () => {
  const dead = await opened.open();
  await dead.claims.pulse(0);
  const never = new AbortController().signal;
  const held = createSharedTurns(
    dead.visits(LIMITS, () => clock),
    LIMITS,
  );
  all.push(held);
  await held.take('192.0.2.1', {}, () => undefined, never);
  const visits = shared.visits(LIMITS, () => clock);
  const turns = createSharedTurns(visits, LIMITS);
  all.push(turns);
  let goes = false;
  void turns.take('192.0.2.1', {}, () => undefined, never).then(() => (goes = true));
  await visits.sweep();
  await pass(100_000);
  expect(goes).toBe(false);
  await opened.run(`UPDATE "Worker" SET "at" = "at" - interval '1 hour' WHERE "id" = ?`, [dead.worker.id]);
  await visits.sweep();
  await pass(29_999);
  expect(goes).toBe(false);
  await pass(1);
  await expect.poll(() => goes).toBe(true);
});
