import { AS_SHIPPED } from '@/lib/findings/severities';
import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PATIENCE_MS } from '@/e2e/patience';
import { type CheckEvent, isEvidence } from '@/lib/report/event';
import type { World } from '@/lib/check/world';
import { dnssecCrypto } from '@/lib/net/dnssec-crypto';
import type { Depth } from '@/lib/smtp/session';
import type { SessionResult } from '@/lib/smtp/transport';
import { newCheckId } from '@/lib/store/check-id';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore } from '@/lib/store/store';
import { parseTarget, targetView } from '@/lib/target/target';
import { applyMigrations } from '@/prisma/apply';
import { createDamages } from './damages';
import { sealInterrupted } from './interrupted';
import { log } from '../config/log';
import type { Feed } from './feed';
import { createMemoryFeed } from './memory-feed';
import { createMemoryQueue } from './memory-queue';
import { queuedBefore } from './queued-before';
import { createRunner, type Runner } from './runner';
import { storedReport } from './stored-report';

log.level = 'silent';

const VANTAGE = { helo: 'probe.example', sender: '<>', softwareVersion: 'test' };
const ADDRESS = '192.0.2.1';

let folder: string;
let file: string;
let store: CheckStore;
let feed: Feed;
/** Ends the session that is open with an address. */
let answer: (() => void)[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-runner-'));
  file = join(folder, 'test.db');
  const url = `file:${file}`;
  await applyMigrations(url);
  store = await openPrismaStore(url);
  answer = [];
  feed = createMemoryFeed();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function result(outcome: SessionResult['outcome']): SessionResult {
  return {
    ...NOTHING_HEARD,
    outcome,
    stage: 'rcpt',
  };
}

/** A world whose one mail server answers when the test says so. */
function world(smtp?: World['smtp']): World {
  return {
    dns: () => Promise.reject(new Error('a literal needs no DNS')),
    smtp:
      smtp ??
      ((_plan, record, signal) =>
        new Promise((resolve) => {
          const line = {
            seq: 1,
            at: 0,
            who: 'server',
            secure: false,
            text: '220 hello',
            stage: 'greeting',
          } as const;
          record.line(line);
          signal.addEventListener('abort', () => resolve(result('stopped')));
          answer.push(() => resolve(result('accepted')));
        })),
    tlsOffer: () => Promise.reject(new Error('No session opens TLS here.')),
    turns: { take: () => Promise.resolve(() => undefined) },
    guard: () => null,
    choice: () => null,
    knock: null,
    secondsSinceGreeting: () => null,
    capture: null,
    ownAddress: () => Promise.resolve(null),
    roots: [],
    resolvers: [],
    trustAnchors: [],
    dnssecCrypto,
    severities: AS_SHIPPED,
    smtpPort: 25,
    now: Date.now,
    pause: () => Promise.resolve(),
    random: () => 0.5,
  };
}

async function start(runner: Runner, caller = 'somebody', depth: Depth = 'envelope'): Promise<string> {
  const target = parseTarget(`[${ADDRESS}]`);
  if (!target.ok) throw new Error(target.problem.say);
  const about = { options: { depth }, vantage: VANTAGE };
  const id = newCheckId();
  await runner.start(
    { id, createdAt: new Date(), target: targetView(target.value), fingerprint: 'x', caller, ...about },
    { target: target.value, relayAddress: null, ...about },
  );
  return id;
}

async function stored(id: string) {
  const check = await store.read(id);
  if (check === null) throw new Error('not stored');
  return storedReport(check, AS_SHIPPED);
}

interface About {
  concurrency?: number;
  deadlineMs?: number;
  graceMs?: number;
  smtp?: World['smtp'];
  turns?: World['turns'];
}

const runnerOf = (about: About = {}) =>
  createRunner({
    store,
    feed,
    queue: createMemoryQueue(),
    world: { ...world(about.smtp), ...(about.turns && { turns: about.turns }) },
    graceMs: about.graceMs ?? 0,
    concurrency: about.concurrency ?? 20,
    deadlineMs: about.deadlineMs ?? 60_000,
    onSealed: () => Promise.resolve(),
  });

const untilSealed = (runner: Runner, id: string) =>
  vi.waitFor(() => expect(runner.find(id)).toBeUndefined(), PATIENCE_MS);

test('a check is sealed as the page has seen it live', async () => {
  const runner = runnerOf();
  const id = await start(runner);
  const live: CheckEvent[] = [];
  const following = (async () => {
    for await (const event of (await feed.follow(id, 0)) ?? []) live.push(event);
  })();
  await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
  answer[0]?.();
  await following;
  expect(live.map(({ seq }) => seq)).toEqual(live.map((_, index) => index + 1));
  expect(live.at(-1)).toMatchObject({ type: 'done', status: 'done', seq: live.length });
  const report = await stored(id);
  expect(report).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' }, seq: live.length });
  expect(report.digest).toBe(live.at(-1)?.type === 'done' ? (live.at(-1) as { digest: string }).digest : '');
});

async function placeOf(runner: Runner, id: string) {
  const check = runner.find(id);
  return check && (await runner.reportOf(check)).queuePlace;
}

describe('more checks than may run', () => {
  test('wait in order', async () => {
    const runner = runnerOf({ concurrency: 1 });
    const [first, second, third] = [await start(runner), await start(runner), await start(runner)];
    const places = (...ids: string[]) => Promise.all(ids.map((id) => placeOf(runner, id)));
    expect(await places(first, second, third)).toEqual([null, 1, 2]);
    expect(await runner.counts()).toEqual({ running: 1, lent: 0, queued: 2 });
    await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
    answer[0]?.();
    await untilSealed(runner, first);
    await vi.waitFor(async () => expect(await places(second, third)).toEqual([null, 1]), PATIENCE_MS);
  });

  test('one that is stopped while it waits gives up its place', async () => {
    const runner = runnerOf({ concurrency: 1 });
    const [, second, third] = [await start(runner), await start(runner), await start(runner)];
    await runner.stop(second);
    expect(await stored(second)).toMatchObject({ status: 'stopped', sessions: [] });
    expect(await placeOf(runner, third)).toBe(1);
  });
});

test('stopped: what was seen stays', async () => {
  const runner = runnerOf();
  const id = await start(runner);
  await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
  await runner.stop(id);
  expect(await stored(id)).toMatchObject({
    status: 'stopped',
    sessions: [{ outcome: 'stopped', transcript: [{ text: '220 hello' }] }],
  });
  await runner.stop(id); // a second press changes nothing
});

test('the process ends: what runs is sealed with what was seen, what waits is queued again by the next', async () => {
  const runner = runnerOf({ concurrency: 1 });
  const [running, waiting] = [await start(runner), await start(runner)];
  await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
  await runner.close();
  expect(runner.find(running)).toBeUndefined();
  expect(await stored(running)).toMatchObject({
    status: 'interrupted',
    sessions: [{ outcome: 'stopped', transcript: [{ text: '220 hello' }] }],
    verdict: { headline: 'The check was interrupted before it could tell.' },
  });
  const late = await start(runner);
  expect(answer).toHaveLength(1);
  expect(await sealInterrupted({ store, damages: createDamages() }, new Date())).toBe(0);
  const queued = await queuedBefore(store, null);
  expect(queued.map(({ check }) => [check.id, check.caller])).toEqual([
    [waiting, 'somebody'],
    [late, 'somebody'],
  ]);
  const next = runnerOf({ concurrency: 1 });
  for (const { check, plan } of queued) await next.takeUp(check, plan);
  expect(await next.counts()).toEqual({ running: 1, lent: 0, queued: 1 });
  await vi.waitFor(() => expect(answer).toHaveLength(2), PATIENCE_MS);
  expect((await store.read(waiting))?.caller).toBeUndefined();
  answer[1]?.();
  await untilSealed(next, waiting);
  expect(await stored(waiting)).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' } });
});

test('the process ends: a check that comes to its end within the grace time is whole', async () => {
  const runner = runnerOf({ graceMs: PATIENCE_MS });
  const id = await start(runner);
  await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
  const closed = runner.close();
  answer[0]?.();
  await closed;
  expect(await stored(id)).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' } });
});

test('a message whose beginning cannot be written is not sent: the next start would send it again', async () => {
  const runner = createRunner({
    store: { ...store, begin: () => Promise.reject(new Error('locked')) },
    onSealed: () => Promise.resolve(),
    world: world(),
    feed,
    queue: createMemoryQueue(),
    concurrency: 1,
    deadlineMs: 60_000,
    graceMs: 0,
  });
  const [read, sent] = [await start(runner), await start(runner, 'another', 'message')];
  await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
  answer[0]?.();
  await untilSealed(runner, sent);
  expect([(await stored(read)).status, (await stored(sent)).status]).toEqual(['done', 'failed']);
  expect(answer).toHaveLength(1);
});

describe('a check that waits for its turn at an address', () => {
  /** Turns at one address, given by the test. */
  function held() {
    const waiting: (() => void)[] = [];
    const turns: World['turns'] = {
      take: (_, _party, onWait) => {
        onWait();
        return new Promise((resolve) => waiting.push(() => resolve(() => undefined)));
      },
    };
    return { waiting, turns };
  }

  test('lends its slot, and its deadline stands still', async () => {
    const { waiting, turns } = held();
    const runner = runnerOf({ concurrency: 1, deadlineMs: 1_500, turns });
    const [first, second] = [await start(runner), await start(runner)];
    await vi.waitFor(() => expect(waiting).toHaveLength(2), PATIENCE_MS);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await runner.counts()).toEqual({ running: 2, lent: 2, queued: 0 });
    for (const give of waiting) give();
    // One slot: the second session begins when the first has ended.
    await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
    answer[0]?.();
    await untilSealed(runner, first);
    await vi.waitFor(() => expect(answer).toHaveLength(2), PATIENCE_MS);
    answer[1]?.();
    await untilSealed(runner, second);
    for (const id of [first, second])
      expect(await stored(id)).toMatchObject({
        status: 'done',
        limits: [],
        verdict: { outcome: 'accepted' },
      });
  });

  test('once it works again the deadline counts on', async () => {
    const { waiting, turns } = held();
    const runner = runnerOf({ deadlineMs: 1_000, turns });
    const id = await start(runner);
    await vi.waitFor(async () => expect((await runner.counts()).lent).toBe(1), PATIENCE_MS);
    waiting[0]?.();
    await untilSealed(runner, id);
    expect(await stored(id)).toMatchObject({ status: 'stopped', limits: [{ limit: 'deadline', count: 1 }] });
  });

  test('may be stopped, and the process may end', async () => {
    const { waiting, turns } = cancellable(held());
    const runner = runnerOf({ concurrency: 1, turns });
    const [first, second] = [await start(runner), await start(runner)];
    await vi.waitFor(() => expect(waiting).toHaveLength(2), PATIENCE_MS);
    await runner.stop(first);
    await runner.close();
    expect([(await stored(first)).status, (await stored(second)).status]).toEqual(['stopped', 'interrupted']);
  });

  function cancellable({ waiting, turns }: ReturnType<typeof held>): ReturnType<typeof held> {
    return {
      waiting,
      turns: {
        take: (address, party, onWait, signal) =>
          Promise.race([
            turns.take(address, party, onWait, signal),
            new Promise<never>((_, reject) =>
              signal.addEventListener('abort', () => reject(signal.reason as Error)),
            ),
          ]),
      },
    };
  }
});

test('the deadline ends a check and is a finding', async () => {
  const runner = runnerOf({ deadlineMs: 50 });
  const id = await start(runner);
  await untilSealed(runner, id);
  const report = await stored(id);
  expect(report).toMatchObject({ status: 'stopped', limits: [{ limit: 'deadline', count: 0.05 }] });
  expect(report.findings.map(({ code }) => code)).toContain('check.limit-reached');
});

test('a bug of ours fails the check, not the process', async () => {
  const runner = runnerOf({ smtp: () => Promise.reject(new Error('a bug')) });
  const id = await start(runner);
  await untilSealed(runner, id);
  expect(await stored(id)).toMatchObject({ status: 'failed', sessions: [{ address: ADDRESS }] });
  expect(await runner.counts()).toEqual({ running: 0, lent: 0, queued: 0 });
});

test('events are in the database while the check runs, and survive the process as interrupted', async () => {
  const runner = runnerOf();
  const id = await start(runner);
  await vi.waitFor(
    async () =>
      expect((await store.read(id))?.evidence.events.map(({ type }) => type)).toContain('smtp.line'),
    PATIENCE_MS,
  );
  // As a new process would find it.
  expect(await sealInterrupted({ store, damages: createDamages() }, new Date())).toBe(1);
  expect(await stored(id)).toMatchObject({
    status: 'interrupted',
    sessions: [{ outcome: null, transcript: [{ text: '220 hello' }] }],
    verdict: { outcome: 'unknown' },
  });
  expect(await sealInterrupted({ store, damages: createDamages() }, new Date())).toBe(0);
});

describe('a database that cannot be written', () => {
  /** A check that has ended while another program holds the database, until that is closed. */
  const endedWhileHeld = async (runner: Runner): Promise<{ id: string; other: Database.Database }> => {
    const id = await start(runner);
    await vi.waitFor(() => expect(answer).toHaveLength(1), PATIENCE_MS);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    answer[0]?.();
    await vi.waitFor(
      () =>
        expect(runner.find(id)?.record.report()).toMatchObject({
          status: 'done',
          verdict: { outcome: 'accepted' },
          digest: expect.stringMatching(/^sha256:/),
        }),
      PATIENCE_MS,
    );
    return { id, other };
  };

  test('held while a check ends: readable as it ended, and sealed so when it can be', async () => {
    const runner = runnerOf();
    const { id, other } = await endedWhileHeld(runner);
    expect(await runner.counts()).toEqual({ running: 0, lent: 0, queued: 0 });
    await expect(start(runner)).rejects.toMatchObject({
      code: 'database-unavailable',
      retryAfterSeconds: 10,
    });
    const record = runner.find(id)?.record;
    const seen = record?.report();
    other.close();
    await untilSealed(runner, id);
    expect(await stored(id)).toMatchObject({ status: 'done', digest: seen?.digest, seq: seen?.seq });
    expect((await store.read(id))?.evidence.events).toEqual(record?.events().filter(isEvidence));
    expect(await feed.follow(id, 0)).toBeNull();
  });

  test('held to the end of the process: one last try', async () => {
    const runner = runnerOf();
    const { id, other } = await endedWhileHeld(runner);
    other.close();
    await runner.close();
    expect(await stored(id)).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' } });
  });
});
