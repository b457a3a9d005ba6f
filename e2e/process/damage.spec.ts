import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { newCheckId } from '@/lib/store/check-id';
import { openPrismaStore } from '@/lib/store/prisma-store';
import { applyMigrations } from '@/prisma/apply';
import { freePort } from '../free-port';
import { overwriteRoot } from './damage';
import { type RunningServer, serve } from './serve';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-damage-'));
const file = join(folder, 'test.db');
const DOMAIN = 'damaged.example';

/** Checks by what is wrong with them. */
const CHECKS = {
  whole: newCheckId(),
  'an event that breaks off': newCheckId(),
  'evidence of other bytes': newCheckId(),
  'evidence of a later version': newCheckId(),
  'an event of no known kind': newCheckId(),
  'a word of no version in its row': newCheckId(),
};
const { whole, ...damaged } = CHECKS;
const MAILS = { whole: newCheckId(), 'a reading that breaks off': newCheckId() };

let mxproof: RunningServer;
let url: string;

test.beforeAll(async () => {
  await applyMigrations(`file:${file}`);
  await writeWhole();
  damage();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  mxproof = await serve({ PORT: String(port), DATABASE_URL: `file:${file}` });
});
test.afterAll(async () => {
  await mxproof.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** All of them as they are written when nothing is wrong. */
async function writeWhole(): Promise<void> {
  const store = await openPrismaStore(`file:${file}`);
  const target = { input: DOMAIN, kind: 'domain', domain: DOMAIN, domainUnicode: DOMAIN } as const;
  const about = {
    target,
    options: { depth: 'envelope' },
    vantage: { helo: 'probe.example', sender: '<>', softwareVersion: 'test' },
  } as const;
  const at = '2026-01-02T03:04:05.000Z';
  const events = [{ type: 'started', seq: 1, at, ...about }] as const;
  for (const id of Object.values(CHECKS)) {
    await store.create({ ...about, id, createdAt: new Date(at), fingerprint: id });
    await store.append(id, events);
    if (id === CHECKS['an event that breaks off']) continue;
    const unknown = { type: 'unheard-of', seq: 2 };
    const seen = id === CHECKS['an event of no known kind'] ? [...events, unknown] : events;
    await store.seal(
      id,
      { version: SCHEMA_VERSION, events: seen },
      {
        status: 'done',
        finishedAt: new Date(at),
        lastSeq: 9,
        verdict: null,
        verdictCode: null,
        queryCount: 0,
        // The page of the domain looks into one that has met a mail server.
        sessionCount: id === whole ? 0 : 1,
      },
    );
  }
  for (const id of Object.values(MAILS))
    await store.keepMail({
      id,
      sharedId: newCheckId(),
      createdAt: new Date(at),
      at: new Date(at),
      kind: 'unread',
      rulesVersion: 0,
      reading: null,
      sharedReading: null,
      subjects: [],
      raw: Buffer.from('Subject: x\r\n\r\ny'),
    });
  await store.close();
}

function damage(): void {
  const database = new Database(file);
  const run = (sql: string, id: string) => database.prepare(sql).run(id);
  run(
    `UPDATE "CheckEvent" SET "body" = '{"type":"sta' WHERE "checkId" = ?`,
    CHECKS['an event that breaks off'],
  );
  run(`UPDATE "Evidence" SET "body" = X'0102' WHERE "checkId" = ?`, CHECKS['evidence of other bytes']);
  run(
    `UPDATE "Evidence" SET "schemaVersion" = 99 WHERE "checkId" = ?`,
    CHECKS['evidence of a later version'],
  );
  run(
    `UPDATE "Check" SET "targetKind" = 'x', "options" = '{', "depth" = 'x' WHERE "id" = ?`,
    CHECKS['a word of no version in its row'],
  );
  run(`UPDATE "MailPiece" SET "body" = X'0102' WHERE "mailId" = ?`, MAILS['a reading that breaks off']);
  run(
    `UPDATE "Mail" SET "kind" = 'unheard-of', "isPacked" = 1 WHERE "id" = ?`,
    MAILS['a reading that breaks off'],
  );
  database.close();
}

const get = (path: string) => fetch(`${url}${path}`);

test('lists, history, start page and whole checks are as they were', async () => {
  const list = (await (await get('/api/checks')).json()) as { items: { id: string; status: string }[] };
  expect(list.items.map(({ id }) => id).sort()).toEqual(Object.values(CHECKS).sort());
  expect(list.items).toContainEqual(
    expect.objectContaining({ id: CHECKS['an event that breaks off'], status: 'interrupted' }),
  );
  for (const path of [
    ...['/', `/domain/${DOMAIN}`, '/bounce', `/check/${whole}`, `/bounce/${MAILS.whole}`],
    ...['/checks', '/vantage', '/search?q=damaged', `/domain/${DOMAIN}/history.csv`],
  ])
    expect(await get(path), path).toMatchObject({ status: 200 });
  expect(await (await get(`/domain/${DOMAIN}`)).text()).toContain(damaged['an event that breaks off']);
});

for (const [what, id] of Object.entries(damaged))
  test(`${what}: a problem of this check alone, for programs and people`, async () => {
    for (const path of [`/api/checks/${id}`, `/check/${id}/report.txt`, `/api/checks/${id}/events`]) {
      const answer = await get(path);
      expect(answer.status, path).toBe(500);
      expect(await answer.json()).toMatchObject({
        code: 'check-damaged',
        detail:
          'What is kept of this check is damaged and cannot be read. All other checks are as they were.',
      });
    }
    await expectPage(`/check/${id}`, 500, 'What is kept of this check is damaged and cannot be read.');
  });

test('a damaged mail: the same', async () => {
  const id = MAILS['a reading that breaks off'];
  expect(await (await get(`/api/bounces/${id}`)).json()).toMatchObject({ code: 'mail-damaged' });
  await expectPage(`/bounce/${id}`, 500, 'What is kept of this mail is damaged and cannot be read.');
});

test('health: 503 with the reason while the database cannot be written', async () => {
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const answer = await get('/api/health');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(await answer.json()).toMatchObject({
    code: 'database-unavailable',
    detail: 'The database cannot be used now: another program holds it.',
  });
  other.close();
  await expect.poll(async () => (await get('/api/health')).status).toBe(200);
});

test('a database that cannot be read while it serves: 503 with the reason on every page that needs it', async () => {
  overwriteRoot(file, 'Mail_kind_createdAt_id_idx');
  const page = await expectPage('/bounce', 503, 'The database cannot be used now: its file is damaged.');
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await get(`/check/${whole}`)).status).toBe(200);
});

async function expectPage(path: string, status: number, words: string): Promise<Response> {
  const page = await get(path);
  expect(page.status, path).toBe(status);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain(words);
  return page;
}
