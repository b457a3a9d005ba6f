import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CheckOptions, TargetView, Vantage } from '@/lib/report/report';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import { upgrade } from '@/lib/report/upgrade';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { newCheckId } from '@/lib/store/check-id';
import type { Place } from '@/lib/store/cursor';
import { canonicalJson, digestOf, openEvidence } from '@/lib/store/evidence';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore } from '@/lib/store/store';
import { applyMigrations } from '@/prisma/apply';
import { storedReport } from '../stored-report';
import { noOutcomes } from './import';
import { exportTo, importFrom } from './transfer-files';

interface FrozenCheck {
  name: string;
  digest: string;
  body: string;
  target: TargetView;
  options: CheckOptions;
  vantage: Vantage;
}

const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, n) => n + 1);
const AT = new Date('2026-11-20T10:00:00.000Z');
const HAND = { since: new Date('2026-11-21T10:00:00.000Z'), by: 'ada' };

let folder: string;
let source: CheckStore;
let target: CheckStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-transfer-'));
  [source, target] = [await open('source'), await open('target')];
});
afterEach(async () => {
  await source.close();
  await target.close();
  rmSync(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);

async function open(name: string): Promise<CheckStore> {
  const url = `file:${at(`${name}.db`)}`;
  await applyMigrations(url);
  return openPrismaStore(url);
}

/** Every frozen check of every version that was ever sealed; their ids. */
async function keepChecks(): Promise<string[]> {
  const ids: string[] = [];
  for (const version of VERSIONS) {
    const frozen = JSON.parse(
      readFileSync(`e2e/fixtures/evidence/v${version}.json`, 'utf8'),
    ) as FrozenCheck[];
    for (const { digest, body, target: checked, options, vantage } of frozen) {
      const id = newCheckId();
      const events = await openEvidence(Buffer.from(body, 'base64'), digest);
      await source.create({ id, createdAt: AT, target: checked, options, vantage, fingerprint: id });
      await source.seal(id, { version, events }, ENDING);
      ids.push(id);
    }
  }
  return ids;
}

const ENDING = {
  status: 'done',
  finishedAt: new Date('2026-11-20T10:00:09.000Z'),
  lastSeq: 900,
  verdict: null,
  verdictCode: 250,
  queryCount: 7,
  sessionCount: 2,
} as const;

async function keepMail(raw: Buffer, kept: object = {}): Promise<{ id: string; sharedId: string }> {
  const ids = { id: newCheckId(), sharedId: newCheckId() };
  const subject = { domain: 'b.example', category: 'x', permanence: 'permanent', code: 550 } as const;
  const subjects = [{ ...subject, sourceAddress: null, campaign: null }];
  const reading = { kind: 'bounce', rulesVersion: 3, reading: '{}', sharedReading: '{}', at: AT } as const;
  await source.keepMail({ ...ids, createdAt: AT, ...reading, subjects, raw, ...kept });
  return ids;
}

async function exportAs(name: string, store: CheckStore, leftOut: string[] = []) {
  await exportTo(at(name), store, (what) => leftOut.push(what));
  return gunzipSync(readFileSync(at(name))).toString('utf8');
}

async function importInto(store: CheckStore, name: string) {
  const outcomes = noOutcomes();
  const refused: string[] = [];
  const problem = await importFrom(at(name), store, outcomes, (what, why) =>
    refused.push(`${what}: ${why}`),
  ).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
  return { outcomes, refused, problem };
}

test('what was exported and imported is the same, and exports the same', async () => {
  const ids = await keepChecks();
  const [first = '', second = '', third = ''] = ids;
  await source.keep('check', first, HAND);
  await source.planRetest(first, 'asked', AT);
  await source.endRetest(first, 'settled');
  await source.planRetest(second, 'greylisted', AT);
  const raw = [
    Buffer.from('Subject: x\r\n\r\n\xff\0 as it came', 'latin1'),
    Buffer.alloc(900_000, 'a line\r\n'),
  ];
  const mails = [];
  for (const one of raw) mails.push(await keepMail(one, { keptSince: HAND.since, keptBy: null }));
  const note = {
    id: 'n',
    domain: 'a.example',
    createdAt: AT,
    writtenAt: AT,
    writtenBy: 'ada',
    checkId: third,
  };
  await source.writeNote({ ...note, text: 'before' });
  const edit = { id: 'n', edits: 0, createdAt: AT, text: `see /check/${third} – ü`, at: AT, by: 'bob' };
  expect(await source.editNote(edit)).toBe('edited');
  await source.writeSetting('sign-in', 'none');
  const running = newCheckId();
  const { target: checked, options, vantage } = (await source.read(first)) ?? expect.unreachable();
  await source.create({ id: running, createdAt: AT, target: checked, options, vantage, fingerprint: 'f' });

  const exported = await exportAs('one.gz', source);
  expect(exported).not.toContain(running);
  const all = { checks: ids.length, mails: 2, notes: 1, settings: 1 };
  const added = Object.fromEntries(
    Object.entries(all).map(([kind, count]) => [kind, { added: count, there: 0, refused: 0 }]),
  );
  expect(await importInto(target, 'one.gz')).toEqual({ outcomes: added, refused: [], problem: null });

  for (const id of ids) {
    const [before, after] = [await source.read(id), await target.read(id)];
    expect(after).toEqual(before);
    expect(storedReport(after ?? expect.unreachable(), {})).toEqual(
      storedReport(before ?? expect.unreachable(), {}),
    );
  }
  expect((await target.list({ limit: 100 })).items).toEqual(
    (await source.list({ limit: 100 })).items.filter(({ id }) => id !== running),
  );
  for (const [n, { id, sharedId }] of mails.entries()) {
    expect(Buffer.from((await target.readMessage(id)) ?? []).equals(raw[n] ?? Buffer.of())).toBe(true);
    // Read by none of the rules yet.
    expect(await target.readMail(sharedId)).toMatchObject({
      id,
      isShared: true,
      rulesVersion: 0,
      reading: null,
    });
  }
  expect(await target.keepingOf('check', first)).toEqual({ byHand: HAND, byNote: false });
  expect(await target.keepingOf('check', third)).toEqual({ byHand: null, byNote: true });
  expect(await target.readNote('n')).toEqual(await source.readNote('n'));
  expect(await target.earlierNotes('n')).toEqual([
    { createdAt: AT, text: 'before', replacedAt: AT, replacedBy: 'bob' },
  ]);
  expect(await target.readRetest(first)).toMatchObject({ reason: 'asked', ending: 'settled' });
  // What goes on there is not begun here.
  expect(await source.readRetest(second)).toMatchObject({ ending: null });
  expect(await target.readRetest(second)).toMatchObject({ ending: 'stopped', nextAt: null });
  expect(await target.plannedRetests()).toEqual([]);
  expect(await target.readSetting('sign-in')).toBe('none');

  expect(await exportAs('two.gz', target)).toBe(exported);
  const { outcomes } = await importInto(target, 'one.gz');
  expect(outcomes.checks).toEqual({ added: 0, there: ids.length, refused: 0 });
  expect(outcomes.mails).toEqual({ added: 0, there: 2, refused: 0 });
  expect(await exportAs('three.gz', target)).toBe(exported);
});

test('what was made in one moment is found page by page, each once', async () => {
  const ids = await keepChecks();
  const found: string[] = [];
  let after: Place | null = null;
  for (;;) {
    const page: Place[] = await source.checkPlaces({ after, most: 2 });
    found.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
  }
  expect(found).toEqual([...ids].sort());
});

test('what is there already stays as it is', async () => {
  const [id = ''] = await keepChecks();
  await exportAs('one.gz', source);
  await source.keep('check', id, HAND);
  await source.writeSetting('sign-in', 'accounts');
  const before = await exportAs('before.gz', source);
  expect((await importInto(source, 'one.gz')).problem).toBeNull();
  expect(await exportAs('after.gz', source)).toBe(before);
});

test('after an interruption it is done again, and a mail of which only pieces are there is whole', async () => {
  const ids = await keepChecks();
  const { id: mail } = await keepMail(Buffer.alloc(600_000, 'x'));
  const exported = await exportAs('one.gz', source);
  const packed = readFileSync(at('one.gz'));
  writeFileSync(at('half.gz'), packed.subarray(0, Math.floor(packed.length / 2)));
  const half = await importInto(target, 'half.gz');
  expect(half.problem).toBe('The file ends in the middle: it is not whole.');
  expect(half.outcomes.checks.added).toBeGreaterThan(0);
  expect(half.outcomes.checks.added).toBeLessThan(ids.length);
  const database = new Database(at('target.db'));
  database.prepare('INSERT INTO "MailPiece" VALUES (?, 0, ?)').run(mail, Buffer.from('half of it'));
  database.close();
  expect(await importInto(target, 'one.gz')).toMatchObject({
    problem: null,
    outcomes: { checks: { there: half.outcomes.checks.added }, mails: { added: 1 } },
  });
  expect(await exportAs('two.gz', target)).toBe(exported);
});

test('what is damaged is left out, by name, and the rest goes along', async () => {
  const [first = '', ...others] = await keepChecks();
  const database = new Database(at('source.db'));
  database.prepare('UPDATE "Evidence" SET "body" = ? WHERE "checkId" = ?').run(Buffer.from('x'), first);
  database.close();
  const leftOut: string[] = [];
  await exportAs('one.gz', source, leftOut);
  expect(leftOut).toEqual([`check ${first}`]);
  expect((await importInto(target, 'one.gz')).outcomes.checks.added).toBe(others.length);
});

type Json = Record<string, unknown>;

/** Lines of an export of two checks and a mail, as they are changed; what an import says of them. */
async function importOf(change: (lines: string[]) => string[] | string) {
  const [kept = '', other = ''] = await keepChecks();
  for (const { id } of (await source.list({ limit: 100 })).items)
    if (id !== kept && id !== other) await source.removeCheck(id, { evenKept: true });
  await keepMail(Buffer.from('Subject: x\r\n\r\ny'));
  const lines = (await exportAs('good.gz', source)).split('\n').slice(0, -1);
  const changed = change(lines);
  writeFileSync(at('bad.gz'), gzipSync(typeof changed === 'string' ? changed : `${changed.join('\n')}\n`));
  const id = (JSON.parse(lines[1] ?? '') as { check: { id: string } }).check.id;
  return { id, ...(await importInto(target, 'bad.gz')) };
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
  expect(await target.read(id)).toBeNull();
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
  writeFileSync(at('bad.gz'), octets);
  expect((await importInto(target, 'bad.gz')).problem).toBe(sentence);
});

test('a message that is no base64, and a mail with one id in place of two', async () => {
  const changedMail = (change: (mail: Json) => Json) => (lines: string[]) =>
    lines.map((line) => {
      const { record, mail } = JSON.parse(line) as { record: string; mail: Json };
      return record === 'mail' ? JSON.stringify({ record, mail: { ...mail, ...change(mail) } }) : line;
    });
  const { refused } = await importOf(changedMail(() => ({ message: 'a b' })));
  expect(refused).toEqual([expect.stringMatching(/^mail [\w-]{22}: its message is no base64$/)]);
  rmSync(at('good.gz'));
  const { problem } = await importOf(changedMail(({ id }) => ({ sharedId: id })));
  expect(problem).toMatch(/has one id in place of two/);
});

test('an export is never written over a file that is there', async () => {
  writeFileSync(at('one.gz'), 'mine');
  await expect(exportAs('one.gz', source)).rejects.toThrow(/one\.gz is there already/);
  expect(readFileSync(at('one.gz'), 'utf8')).toBe('mine');
});
