import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AS_SHIPPED } from '@/lib/findings/severities';
import { explainReply } from '@/lib/meaning/meaning';
import { createSmtpTransport } from '@/lib/net/smtp';
import { openWorld } from '@/lib/net/world';
import { createMemoryFeed } from '@/lib/server/engine/memory-feed';
import { createMemoryQueue } from '@/lib/server/engine/memory-queue';
import { createRunner } from '@/lib/server/engine/runner';
import { shippedLimits } from '@/lib/server/config/limits';
import { log } from '@/lib/server/config/log';
import { annotateTurn } from '@/lib/show/annotate';
import { turnsOf } from '@/lib/smtp/turns';
import type { SessionPlan } from '@/lib/smtp/transport';
import type { TranscriptLine } from '@/lib/smtp/session';
import { newCheckId } from '@/lib/store/check-id';
import { openPrismaStore } from '@/lib/store/prisma-store';
import { parseTarget, targetView } from '@/lib/target/target';
import { applyMigrations } from '@/prisma/apply';
import { readCases } from '../score/read-cases';
import { bareSession } from './bare-client';
import type { Figure } from './figure';

const SESSIONS = 3_000;
const CHECKS = 1_000;
/** Sessions under way at once in one client. */
const AT_ONCE = 32;
const OPEN_AT_ONCE = 1_000;
const REPLIES = 10_000;
const SWAKS_RUNS = 20;

const CONFIG = {
  guard: () => null,
  connectTimeoutMs: 10_000,
  greetingTimeoutMs: 10_000,
  replyTimeoutMs: 10_000,
};

/** An address of its own for each session, so that none waits for another one. */
function addressOf(n: number): string {
  return `127.40.${Math.floor(n / 250) % 250}.${(n % 250) + 1}`;
}

/** What a session with its transcript and meaning costs, beside a bare client, the whole pipeline, and swaks. */
export async function smtpFigures(): Promise<Figure[]> {
  log.level = 'silent';
  const mta = await startMta(0);
  try {
    const bare = await perSecond(SESSIONS, (n) => bareSession(addressOf(n), mta.port));
    const ours = await perSecond(SESSIONS, (n) => ourSession(addressOf(n), mta.port));
    const checks = await wholeChecks(mta.port);
    console.log(
      `sessions per second: bare ${round(bare)}, ours ${round(ours)}, checks with store ${round(checks)}`,
    );
    return [
      {
        what: 'envelope session with transcript and meaning: bare client over ours',
        figure: round(bare / ours, 2),
        limit: 3,
        unit: '×',
      },
      {
        what: 'whole check of an address with store: bare client over ours',
        figure: round(bare / checks, 2),
        limit: 8,
        unit: '×',
      },
      ...(await besideSwaks(mta.port)),
      explaining(),
      await manySessions(),
    ];
  } finally {
    mta.process.kill();
  }
}

async function startMta(together: number): Promise<{ port: number; process: ChildProcess }> {
  const child = fork(join(import.meta.dirname, 'fast-mta.ts'), [String(together)]);
  const port = await new Promise<number>((resolve) => child.once('message', (said) => resolve(Number(said))));
  return { port, process: child };
}

/** Warmed up with a tenth of it. */
async function perSecond(count: number, run: (n: number) => Promise<unknown>): Promise<number> {
  await many(count / 10, run);
  const from = performance.now();
  await many(count, run);
  return (count / (performance.now() - from)) * 1000;
}

async function many(count: number, run: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function planFor(address: string): SessionPlan {
  return {
    exchange: 'mx.bench.test',
    address,
    helo: 'probe.bench.test',
    sender: 'a@probe.bench.test',
    recipient: 'b@bench.test',
    depth: 'envelope',
    message: null,
    hello: 'usual',
    controls: [],
    mayControl: () => false,
    maySend: () => Promise.resolve(false),
  };
}

async function ourSession(address: string, port: number): Promise<void> {
  const lines: TranscriptLine[] = [];
  const record = { line: (line: TranscriptLine) => lines.push(line), tls: () => undefined };
  const session = createSmtpTransport({ ...CONFIG, port });
  const result = await session(planFor(address), record, new AbortController().signal);
  if (result.outcome !== 'accepted')
    throw new Error(`the session was ${result.outcome}: ${result.detail ?? ''}`);
  const known = { exchange: 'mx.bench.test', queueId: null };
  for (const turn of turnsOf(lines)) annotateTurn(turn, known);
}

/** Checks of address literals per second: run, judged, stored and sealed. */
async function wholeChecks(smtpPort: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-bench-'));
  const url = `file:${join(folder, 'bench.db')}`;
  await applyMigrations(url);
  const store = await openPrismaStore(url);
  const world = openWorld({
    ...CONFIG,
    smtpPort,
    httpsPort: 443,
    dnsPort: 53,
    rootHints: [],
    trustAnchors: [],
    resolvers: [],
    allowNetworks: ['127.0.0.0/8'],
    cooldownMs: 0,
    limits: shippedLimits(),
    neverContact: { domains: [], networks: [] },
    controlAddress: null,
    publicAddresses: [],
    capture: false,
    formerPolicy: () => Promise.resolve(null),
    severities: AS_SHIPPED,
    onCaptureFailure: () => undefined,
  });
  const sealed = new Map<string, () => void>();
  const runner = createRunner({
    store,
    world,
    queue: createMemoryQueue(),
    feed: createMemoryFeed(),
    concurrency: AT_ONCE,
    concurrencyOfCaller: AT_ONCE,
    graceMs: 0,
    deadlineMs: 60_000,
    onSealed({ id }) {
      sealed.get(id)?.();
      sealed.delete(id);
      return Promise.resolve();
    },
  });
  const vantage = { helo: 'probe.bench.test', sender: 'a@probe.bench.test', softwareVersion: 'bench' };
  const options = { depth: 'envelope' as const };
  const checks = await perSecond(CHECKS, async (n) => {
    const target = parseTarget(`b@[${addressOf(n)}]`);
    if (!target.ok) throw new Error(target.problem.say);
    const id = newCheckId();
    const done = new Promise<void>((resolve) => sealed.set(id, resolve));
    const check = {
      id,
      createdAt: new Date(),
      target: targetView(target.value),
      options,
      vantage,
      fingerprint: id,
    };
    await runner.start(check, { target: target.value, options, vantage, relayAddress: null });
    await done;
  });
  await store.close();
  rmSync(folder, { recursive: true });
  return checks;
}

/** The same dialogue by the tool that administrators use; both one session after the other. */
async function besideSwaks(port: number): Promise<Figure[]> {
  if (!existsSync('/usr/bin/swaks')) throw new Error('Install swaks first: it is measured beside mxproof.');
  const loop = `TIMEFORMAT='%R %U %S'; time for n in $(seq ${SWAKS_RUNS}); do swaks --server 127.0.0.1 --port ${port} --helo probe.bench.test --from a@probe.bench.test --to b@bench.test --quit-after RCPT --silent 3; done`;
  const told = execFileSync('bash', ['-c', `{ ${loop}; } 2>&1 >/dev/null | tail -n 1`], { encoding: 'utf8' });
  const [wall = 0, user = 0, system = 0] = told.trim().split(' ').map(Number);
  const before = process.cpuUsage();
  const from = performance.now();
  for (let n = 0; n < SWAKS_RUNS; n++) await ourSession('127.0.0.1', port);
  const ourWall = (performance.now() - from) / 1000;
  const cpu = process.cpuUsage(before);
  const ourCpu = (cpu.user + cpu.system) / 1_000_000;
  return [
    {
      what: 'the same session as swaks: our CPU time over its',
      figure: round(ourCpu / (user + system), 3),
      limit: 1,
      unit: '×',
    },
    {
      what: 'the same session as swaks: our wall time over its',
      figure: round(ourWall / wall, 3),
      limit: 1,
      unit: '×',
    },
  ];
}

function explaining(): Figure {
  const replies = readCases('e2e/fixtures/published-replies').map(({ reply }) => String(reply));
  const from = performance.now();
  for (let n = 0; n < REPLIES; n++) explainReply({ reply: replies[n % replies.length] ?? '', stage: 'rcpt' });
  return {
    what: `${REPLIES} replies explained`,
    figure: round((performance.now() - from) / 1000, 2),
    limit: 1,
    unit: 's',
  };
}

/** In a process of its own: resident memory while so many sessions are open. */
async function manySessions(): Promise<Figure> {
  const mta = await startMta(OPEN_AT_ONCE);
  const child = fork(join(import.meta.dirname, 'many-sessions.ts'), [String(OPEN_AT_ONCE), String(mta.port)]);
  const bytes = await new Promise<number>((resolve) =>
    child.once('message', (said) => resolve(Number(said))),
  );
  mta.process.kill();
  return {
    what: `resident memory with ${OPEN_AT_ONCE} sessions open at once`,
    figure: Math.round(bytes / 1024 / 1024),
    limit: 250,
    unit: 'MB',
  };
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
