import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openTestStore } from '@/e2e/fixtures/test-store';
import { openRooms } from '@/lib/server/engine/rooms';
import type { Services } from '@/lib/server/engine/services';
import { batchResults, readBatch } from '@/lib/server/verbs/batches';
import type { Caller } from '@/lib/server/verbs/caller';
import { startBatch } from '@/lib/server/verbs/start-batch';
import { log } from '@/lib/server/config/log';
import type { Figure } from './figure';

const TARGETS = 100_000;
const DOMAINS = 30_000;

const CALLER: Caller = {
  who: 'bench',
  account: null,
  ip: '127.0.0.1',
  rights: ['start-batches', 'list-own', 'list'],
};

/** What the largest list costs that is taken: until it is read, told apart and kept, and how long others wait meanwhile. */
export async function batchFigures(): Promise<Figure[]> {
  log.level = 'silent';
  const { store, close } = await openTestStore();
  const given: Partial<Services> = {
    store,
    rooms: openRooms(),
    batches: {
      take: () => new Promise(() => undefined),
      look: () => undefined,
      paceOf: () => ({ ends: [], waits: [] }),
    } as Partial<Services['batches']> as Services['batches'],
  };
  const services = given as Services;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const timed = async <T>(
    work: () => Promise<T>,
  ): Promise<{ value: T; ms: number; p99: number; max: number }> => {
    delay.reset();
    delay.enable();
    const start = performance.now();
    const value = await work();
    const ms = performance.now() - start;
    delay.disable();
    return { value, ms, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  };
  const taken = await timed(() =>
    startBatch(
      CALLER,
      { arrive: () => Promise.resolve({ list: Buffer.from(list()), name: '', depth: 'greeting' }) },
      services,
    ),
  );
  const { id } = taken.value;
  const read = await timed(async () => {
    while (await store.unpack(id));
  });
  const looked = await timed(() => readBatch(CALLER, { id }, services));
  const table = await timed(async () => {
    for await (const page of await batchResults(CALLER, { id }, services)) void page;
  });
  await close();
  return [
    {
      what: 'a list of 100,000 targets taken: read, told apart and kept',
      figure: round(taken.ms / 1000),
      limit: 5,
      unit: 's',
    },
    { what: 'event-loop delay meanwhile, p99', figure: round(taken.p99), limit: 50, unit: 'ms' },
    { what: 'event-loop delay meanwhile, longest', figure: round(taken.max), limit: 200, unit: 'ms' },
    {
      what: 'its targets written down as rows, beside everything else',
      figure: round(read.ms / 1000),
      limit: 60,
      unit: 's',
    },
    { what: 'event-loop delay while they are, p99', figure: round(read.p99), limit: 50, unit: 'ms' },
    { what: 'how such a batch stands, counted', figure: round(looked.ms), limit: 100, unit: 'ms' },
    { what: 'its results page by page, all of them', figure: round(table.ms / 1000), limit: 10, unit: 's' },
    { what: 'event-loop delay while they are read, p99', figure: round(table.p99), limit: 50, unit: 'ms' },
  ];
}

/** A table with a head, as a mail system exports it. */
function list(): string {
  const rows = Array.from(
    { length: TARGETS },
    (_, n) => `${n};"Doe, Jo";user${n}@d${n % DOMAINS}.example\r\n`,
  );
  return ['id;name;e-mail\r\n', ...rows].join('');
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
