import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type BatchProcess,
  heldBack,
  later,
  openBatchProcess,
  sessionsAt,
} from '@/e2e/fixtures/batch-process';
import { log } from '../config/log';

const MINUTE = 60_000;

let own: BatchProcess;

beforeEach(async () => {
  log.level = 'silent';
  own = await openBatchProcess();
});
afterEach(() => own.close());

test('two batches take turns', async () => {
  await own.begin(['a.example', 'b.example', 'c.example', 'd.example']);
  await own.until(3);
  await own.begin(['x.example', 'y.example'], { caller: 'batches of bob' });
  for (const n of [0, 1, 2]) await own.endOf(own.started[n]);
  await own.until(6);
  expect(own.names().slice(3).sort()).toEqual(['d.example', 'x.example', 'y.example']);
});

test('one domain has one check at a time', async () => {
  await own.begin(['a@x.example', 'b@x.example', 'a@y.example']);
  await own.until(2);
  expect(own.names()).toEqual(['a@x.example', 'a@y.example']);
  await own.endOf(own.started[1]);
  await own.isNothingMore(2);
});

test('domains that are known to have their servers in one network are asked one after the other, with the pause between', async () => {
  own.restart({ cooldownMs: 30_000 });
  const lines = ['a.example', 'b.example', 'c.example'];
  await own.begin(lines);
  await own.until(3);
  await own.endOf(own.started[0], { sessions: sessionsAt(['192.0.2.1']) });
  await own.endOf(own.started[1], { sessions: sessionsAt(['192.0.2.9', '198.51.100.1']) });
  await own.endOf(own.started[2], { sessions: sessionsAt(['203.0.113.1']) });
  const id = await own.begin(lines);
  own.clock += 31_000;
  own.batches.look();
  await own.until(5);
  expect(own.names().slice(3)).toEqual(['a.example', 'c.example']);
  await own.endOf(own.started[3], { sessions: sessionsAt(['192.0.2.1']) });
  await vi.waitFor(() =>
    expect(own.batches.paceOf(id).waits).toEqual([
      { reason: 'pause', domain: 'b.example', until: own.clock + 30_000 },
    ]),
  );
  own.clock += 31_000;
  own.batches.look();
  await own.until(6);
});

test('servers that were asked as often as they may be: the target waits, and others of the network with it', async () => {
  const id = await own.begin(['a.example', 'b.example', 'c.example', 'd.example']);
  await own.until(3);
  await own.endOf(own.started[0], { sessions: sessionsAt(['192.0.2.1']) });
  await own.endOf(own.started[1], heldBack('192.0.2.1'));
  expect(await own.statesOf(id)).toMatchObject({ done: 1 });
  await own.until(4);
  expect(own.names()[3]).toBe('d.example');
  await vi.waitFor(() =>
    expect(own.batches.paceOf(id).waits).toEqual([
      { reason: 'sessions', domain: 'b.example', until: own.clock + 10 * MINUTE },
    ]),
  );
  own.clock += 10 * MINUTE + 1;
  own.batches.look();
  await own.until(5);
  expect(own.names()[4]).toBe('b.example');
});

test('as many mailboxes of a domain as may be asked for: they wait and say so, others go on', async () => {
  own.refused['x.example'] = later('too-many-recipients', 600);
  const id = await own.begin(['a@x.example', 'b@x.example', 'a@y.example'], { depth: 'envelope' });
  await own.until(1);
  expect(own.names()).toEqual(['a@y.example']);
  await vi.waitFor(() =>
    expect(own.batches.paceOf(id).waits).toEqual([
      { reason: 'recipients', domain: 'x.example', until: own.clock + 600_000 },
    ]),
  );
  own.refused = {};
  await own.endOf(own.started[0]);
  own.clock += 600_001;
  own.batches.look();
  await own.until(2);
});

test('at the depth of a greeting no mailbox is named, so none is counted', async () => {
  own.refused['x.example'] = later('too-many-recipients', 600);
  await own.begin(['a@x.example']);
  await own.until(1);
});

test('as many checks as one caller may start: their batches wait, those of others do not', async () => {
  own.refused['batches of ada'] = later('too-many-checks', 30);
  const id = await own.begin(['a.example', 'b.example']);
  await own.begin(['x.example'], { caller: 'batches of bob' });
  await own.until(1);
  expect(own.batches.paceOf(id).waits).toEqual([
    { reason: 'checks', domain: null, until: own.clock + 30_000 },
  ]);
  own.refused = {};
  own.clock += 30_001;
  own.batches.look();
  await own.until(3);
});
