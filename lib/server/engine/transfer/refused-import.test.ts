import { rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { transferBench } from '@/e2e/fixtures/transfer-bench';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import { upgrade } from '@/lib/report/upgrade';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { canonicalJson, digestOf } from '@/lib/store/evidence';

const bench = transferBench();

type Json = Record<string, unknown>;

/** Lines of an export of two checks and a mail, as they are changed; what an import says of them. */
async function importOf(change: (lines: string[]) => string[] | string) {
  const [kept = '', other = ''] = await bench.keepChecks();
  for (const { id } of (await bench.source.store.list({ limit: 100 })).items)
    if (id !== kept && id !== other) await bench.source.store.removeCheck(id, { evenKept: true });
  await bench.keepMail(Buffer.from('Subject: x\r\n\r\ny'));
  const lines = (await bench.exportAs('good.gz', bench.source.store)).split('\n').slice(0, -1);
  const changed = change(lines);
  writeFileSync(
    bench.at('bad.gz'),
    gzipSync(typeof changed === 'string' ? changed : `${changed.join('\n')}\n`),
  );
  const id = (JSON.parse(lines[1] ?? '') as { check: { id: string } }).check.id;
  return { id, ...(await bench.importInto(bench.target.store, 'bad.gz')) };
}

/** The line of the first check, changed. */
const changedCheck =
  (change: (check: Json) => Json) =>
  ([begin = '', first = '', ...rest]: string[]) => {
    const { check } = JSON.parse(first) as { check: Json };
    return [begin, JSON.stringify({ record: 'check', check: { ...check, ...change(check) } }), ...rest];
  };

/** The evidence of a check in the form of today. */
const eventsOf = ({ schemaVersion, evidence }: Json): Json[] =>
  upgrade({ version: Number(schemaVersion), events: evidence as StoredEvent[] }).map((event) => ({
    ...event,
  }));

const evidenceOf = (events: unknown[]) => ({
  evidence: events,
  digest: digestOf(canonicalJson(events)),
  schemaVersion: SCHEMA_VERSION,
});

test.each<[string, (check: Json) => Json, string]>([
  [
    'evidence that was changed',
    ({ evidence }) => ({ evidence: (evidence as unknown[]).slice(0, -1) }),
    'its evidence does not match its digest',
  ],
  [
    'evidence of a newer version',
    () => ({ schemaVersion: SCHEMA_VERSION + 1 }),
    `its evidence has form ${SCHEMA_VERSION + 1}, that of a newer mxproof; this one reads ${SCHEMA_VERSION}`,
  ],
  [
    'events that are none',
    () => evidenceOf([{ type: 'fly', seq: 1 }]),
    'its evidence is none that mxproof writes',
  ],
  [
    'a fact of another kind than its name says',
    (check) =>
      evidenceOf(
        eventsOf(check).map((event) => (event['name'] === 'route' ? { ...event, name: 'zone' } : event)),
      ),
    'its evidence is none that mxproof writes',
  ],
  [
    'a judgement in the place of evidence',
    () => evidenceOf([{ type: 'done', seq: 1, status: 'done', at: '2026-11-20T10:00:00Z', digest: null }]),
    'its evidence is none that mxproof writes',
  ],
  [
    'more steps than any check has',
    (check) => {
      const steps = eventsOf(check).filter(({ type }) => type === 'dns.step');
      return evidenceOf([
        ...eventsOf(check),
        ...Array.from({ length: 3_000 }, (_, n) => steps[n % steps.length]),
      ]);
    },
    'its evidence is none that mxproof writes',
  ],
])('refused, and the rest is put in: %s', async (_, change, why) => {
  const { id, refused, problem, outcomes } = await importOf(changedCheck(change));
  expect(refused).toEqual([`check ${id}: ${why}`]);
  expect(problem).toBeNull();
  expect(outcomes).toMatchObject({ checks: { added: 1, refused: 1 }, mails: { added: 1 } });
  expect(await bench.target.store.read(id)).toBeNull();
});

const NONE = 'The file is no export of mxproof.';

test.each<[string, (lines: string[]) => string[] | string, RegExp | string]>([
  ['nothing', () => '', 'The file ends before the export does: it is not whole.'],
  ['something else', () => 'hello\n', NONE],
  ['JSON of somebody else', () => '{"form":"other"}\n', NONE],
  [
    'a newer form',
    (lines) => ['{"record":"begin","form":"mxproof-export","version":2}', ...lines.slice(1)],
    /^The export has form 2, that of a newer mxproof; this one reads 1\.$/,
  ],
  ['no end', (lines) => lines.slice(0, -1), /ends before the export does/],
  ['a line without its end', (lines) => lines.join('\n'), /^Line 5 has no end/],
  [
    'a line that is missing',
    ([begin = '', , ...rest]) => [begin, ...rest],
    /^The export had 2 checks, and 1 are in the file\.$/,
  ],
  ['a line behind the end', (lines) => [...lines, lines[1] ?? ''], /^Line 6 stands behind the end/],
  ['no JSON', ([begin = '']) => [begin, '{"record":'], 'Line 2 is no JSON.'],
  ['an empty line', ([begin = '', ...rest]) => [begin, '', ...rest], 'Line 2 is no JSON.'],
  [
    'depth',
    ([begin = '']) => [begin, '['.repeat(100_000)],
    /^Line 2 is nested more deeply than 64 levels\.$/,
  ],
  [
    'another record',
    ([begin = '']) => [begin, '{"record":"account"}'],
    /^Line 2 is none of an export \(record: /,
  ],
  ['a further field', changedCheck(() => ({ isAdmin: true })), /^Line 2 is none of an export \(check: /],
  [
    'an id that is none',
    changedCheck(() => ({ id: '../../../etc/passwd000' })),
    /^Line 2 is none of an export \(check\.id: /,
  ],
  [
    'a status that is none',
    changedCheck(() => ({ status: 'running' })),
    /^Line 2 is none of an export \(check\.status: /,
  ],
  [
    'a million faults',
    changedCheck(() => ({ evidence: Array.from({ length: 900_000 }, () => ({})) })),
    /^Line 2 is none of an export \(check\.evidence\.0: /,
  ],
  ['signs that move a cursor', changedCheck(() => ({ '\x1b[2J': 1 })), /^[^\x1b]*\\x1b\[2J[^\x1b]*$/],
  ['a bomb', () => 'x'.repeat(65 * 1024 * 1024), /^Line 1 is longer than 67108864 octets/],
])('ends in one sentence: %s', async (_, change, sentence) => {
  const { problem } = await importOf(change);
  expect(problem).toMatch(sentence);
  expect(problem?.length).toBeLessThan(300);
});

test.each([
  ['no gzip', Buffer.from('hello'), 'The file is not compressed by gzip, or it is damaged.'],
  ['an empty file', Buffer.of(), 'The file ends in the middle: it is not whole.'],
])('ends in one sentence: %s', async (_, octets, sentence) => {
  writeFileSync(bench.at('bad.gz'), octets);
  expect((await bench.importInto(bench.target.store, 'bad.gz')).problem).toBe(sentence);
});

/** An export of a watch and its receivers; the watch, or the receiver by mail, is changed. */
async function importOfWatches(kind: 'watch' | 'receiver', change: (one: Json) => Json) {
  await bench.keepWatch();
  const lines = (await bench.exportAs('good.gz', bench.source.store)).split('\n').slice(0, -1);
  const at = lines.findIndex((line) => {
    const { record, receiver } = JSON.parse(line) as { record: string; receiver?: Json };
    return record === kind && (receiver === undefined || receiver['way'] === 'mail');
  });
  const one = (JSON.parse(lines[at] ?? '') as Json)[kind] as Json;
  lines[at] = JSON.stringify({ record: kind, [kind]: { ...one, ...change(one) } });
  writeFileSync(bench.at('bad.gz'), gzipSync(`${lines.join('\n')}\n`));
  return bench.importInto(bench.target.store, 'bad.gz');
}

test.each<['watch' | 'receiver', string, Json]>([
  ['watch', 'target', { target: 'a@b@c' }],
  ['watch', 'target', { target: 'user@A.example' }],
  ['watch', 'target', { kind: 'lists', target: 'user@a.example', everyMinutes: 60 }],
  ['watch', 'target', { kind: 'lists', target: '[192.0.2.1]', everyMinutes: 60 }],
  ['watch', 'target', { kind: 'lists', target: '2001:DB8::1', everyMinutes: 60 }],
  ['watch', 'target', { kind: 'lists', target: '192.0.2.1/24', everyMinutes: 60 }],
  ['receiver', 'address', { address: 'a b@example.org' }],
])('a %s whose %s is none: refused, and the rest is put in', async (kind, _, about) => {
  const { refused, problem } = await importOfWatches(kind, () => about);
  expect(refused).toEqual([expect.stringMatching(new RegExp(`^${kind} [\\w-]{22}: its `))]);
  expect(problem).toBeNull();
});

test.each<['watch' | 'receiver', Json, RegExp]>([
  ['watch', { everyMinutes: 1 }, /watch\.everyMinutes/],
  ['watch', { everyMinutes: 59, kind: 'lists' }, /watch\.everyMinutes/],
  ['watch', { kind: 'other' }, /watch\.kind/],
  ['watch', { receivers: ['none'] }, /watch\.receivers/],
  ['watch', { nextAt: '2026-11-23T10:00:00Z' }, /watch: /],
  ['receiver', { way: 'webhook' }, /receiver: has an address/],
  ['receiver', { address: null }, /receiver: has an address/],
  ['receiver', { name: 'a\u202eb' }, /receiver\.name/],
  ['receiver', { quiet: { from: 0, to: 60, timeZone: 'Mars' } }, /receiver\.quiet/],
])('ends in one sentence: a %s with %j', async (kind, about, place) => {
  const { problem } = await importOfWatches(kind, () => about);
  expect(problem).toMatch(/^Line \d+ is none of an export \(/);
  expect(problem).toMatch(place);
});

test('a watch of an export of before there were kinds is one of mail', async () => {
  const { watch } = await bench.keepWatch();
  const lines = (await bench.exportAs('good.gz', bench.source.store)).split('\n').slice(0, -1);
  const old = lines.map((line) => line.replace('"kind":"mail",', ''));
  expect(old).not.toEqual(lines);
  writeFileSync(bench.at('old.gz'), gzipSync(`${old.join('\n')}\n`));
  expect(await bench.importInto(bench.target.store, 'old.gz')).toMatchObject({ problem: null, refused: [] });
  expect(await bench.target.store.readWatch(watch.id)).toMatchObject({ kind: 'mail', target: watch.target });
});

test.each(['192.0.2.1', '2001:db8::1', 'mx.a.example'])(
  'a watch of what lists say of %s goes along, and comes paused',
  async (target) => {
    const { watch } = await bench.keepWatch({ kind: 'lists', target, domain: target });
    await bench.exportAs('lists.gz', bench.source.store);
    expect(await bench.importInto(bench.target.store, 'lists.gz')).toMatchObject({
      problem: null,
      outcomes: { watches: { added: 1 } },
    });
    expect(await bench.target.store.readWatch(watch.id)).toMatchObject({
      kind: 'lists',
      target,
      domain: target,
      nextAt: null,
    });
  },
);

test('an export of before watches went along is whole', async () => {
  await bench.keepMail(Buffer.from('Subject: x\r\n\r\ny'));
  const lines = (await bench.exportAs('good.gz', bench.source.store)).split('\n').slice(0, -1);
  const { watches: _, receivers: __, ...end } = JSON.parse(lines.at(-1) ?? '') as Json;
  writeFileSync(bench.at('old.gz'), gzipSync(`${[...lines.slice(0, -1), JSON.stringify(end)].join('\n')}\n`));
  expect(await bench.importInto(bench.target.store, 'old.gz')).toMatchObject({
    problem: null,
    outcomes: { mails: { added: 1 }, watches: { added: 0 } },
  });
});

test('a message that is no base64, and a mail with one id in place of two', async () => {
  const changedMail = (change: (mail: Json) => Json) => (lines: string[]) =>
    lines.map((line) => {
      const { record, mail } = JSON.parse(line) as { record: string; mail: Json };
      return record === 'mail' ? JSON.stringify({ record, mail: { ...mail, ...change(mail) } }) : line;
    });
  const { refused } = await importOf(changedMail(() => ({ message: 'a b' })));
  expect(refused).toEqual([expect.stringMatching(/^mail [\w-]{22}: its message is no base64$/)]);
  rmSync(bench.at('good.gz'));
  const { problem } = await importOf(changedMail(({ id }) => ({ sharedId: id })));
  expect(problem).toMatch(/has one id in place of two/);
});
