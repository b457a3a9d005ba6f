import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bounceOf } from '@/e2e/fixtures/notices';
import { shared } from '../thread/shared-memory';
import { createMailReader, type MailReader } from './mail-reader';

/** Far above what a busy machine needs to start a thread. */
const PATIENT = { timeout: 60_000 };

/** A worker that does with a message what its text says. */
const BAD_WORKER = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ raw }) => {
  const text = Buffer.from(new Uint8Array(raw)).toString();
  if (text === 'loop') for (;;);
  if (text === 'hoard') for (const held = [];;) held.push(new Array(100_000).fill(0));
  if (text === 'throw') throw new Error('a bug');
  parentPort.postMessage(text === 'tell' ? { failure: 'a bug' } : { result: { kind: text } });
});
parentPort.postMessage({ isReady: true });`;

const folder = mkdtempSync(join(tmpdir(), 'mxproof-reader-'));
const badWorker = join(folder, 'bad.mjs');
let reader: MailReader;

beforeAll(() => writeFileSync(badWorker, BAD_WORKER));
afterEach(() => reader.close());
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (text: string, ms = 30_000) =>
  reader.read(await shared([Buffer.from(text)]), { start: 0, end: text.length }, ms);

test(
  'what is read too long is given up, and those behind it are read by another thread',
  PATIENT,
  async () => {
    reader = createMailReader(badWorker);
    const all = [read('first'), read('loop', 100), read('loop', 100), read('last')];
    expect(await Promise.all(all)).toEqual([{ kind: 'first' }, null, null, { kind: 'last' }]);
  },
);

test('what needs too much memory is given up', PATIENT, async () => {
  reader = createMailReader(badWorker);
  expect(await read('hoard')).toBeNull();
  expect(await read('next')).toEqual({ kind: 'next' });
});

test.each(['throw', 'tell'])('a bug is told and ends nothing: %s', PATIENT, async (how) => {
  reader = createMailReader(badWorker);
  await expect(read(how)).rejects.toThrow('a bug');
  expect(await read('next')).toEqual({ kind: 'next' });
});

test('a thread that cannot start is told', PATIENT, async () => {
  reader = createMailReader(join(folder, 'none.mjs'));
  await expect(read('x')).rejects.toThrow('none.mjs');
});

test('a mail is read, with and without local parts', PATIENT, async () => {
  reader = createMailReader();
  const mail = bounceOf({
    address: 'nobody@dest.example',
    host: 'mx1.dest.example',
    hostAddress: '192.0.2.25',
    reply: '550 5.1.1 User unknown',
    status: '5.1.1',
  });
  const raw = await shared([Buffer.from(`padding${mail}`)]);
  const found = await reader.read(raw, { start: 7, end: raw.byteLength }, 30_000);
  expect(found).toMatchObject({ kind: 'bounce', writtenAt: '2026-11-23T09:12:44.000Z' });
  expect(found?.subjects).toMatchObject([{ domain: 'dest.example', code: 550 }]);
  expect(found?.reading).toContain('nobody@dest.example');
  expect(found?.sharedReading).toContain('…@dest.example');
  expect(found?.sharedReading).not.toContain('nobody');
});

test('blanks are no message, an mbox has many', PATIENT, async () => {
  reader = createMailReader();
  expect(await reader.split(await shared([Buffer.from(' \r\n\t\0')]))).toEqual([]);
  const line = 'From a@b.example Mon Nov 23 08:14:10 2026\n';
  const mbox = `${line}a: b\n\n>From c\n\n${line}d: e\n`;
  const raw = await shared([Buffer.from(mbox)]);
  const spans = (await reader.split(raw)) ?? [];
  expect(spans.map(({ start, end }) => Buffer.from(raw.slice(start, end)).toString())).toEqual([
    'a: b\n\nFrom c',
    'd: e\n',
  ]);
});
