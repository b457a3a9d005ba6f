import { randomBytes } from 'node:crypto';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlQueryable } from '@prisma/driver-adapter-utils';
import { expect, test } from 'vitest';
import { diffSqlite } from './engine';
import { readMigrations, SQLITE_FILES } from './files';

test('the migrations lead to the schema', async () => {
  expect(await diffSqlite()).toBe('');
});

test('messages that were kept whole are kept in pieces, to the octet', async () => {
  const { database, migrate } = await before('kept_readings');
  const kept = [1, 524_287, 524_288, 524_289, 1_600_000].map((length) => randomBytes(length));
  const blob = (raw: Buffer, n: number) =>
    `('${n}', 'shared-${n}', 0, 0, 'bounce', X'${raw.toString('hex')}', 1)`;
  await database.executeScript(`INSERT INTO "ReportMail" VALUES ${kept.map(blob).join()}`);
  await migrate();
  const rows = await rowsOf(database, `SELECT "mailId", hex("body") FROM "MailPiece" ORDER BY "mailId", "n"`);
  for (const [n, raw] of kept.entries()) {
    const pieces = rows.filter(([mailId]) => mailId === String(n)).map(([, hex]) => String(hex));
    expect(pieces.map(({ length }) => length / 2)).toHaveLength(Math.ceil(raw.length / 524_288));
    expect(raw.equals(Buffer.from(pieces.join(''), 'hex'))).toBe(true);
  }
  await database.dispose();
});

test('mails keep their pieces, subjects and checks when their tables get other names', async () => {
  const { database, migrate } = await before('mail_tables');
  await database.executeScript(`
    INSERT INTO "Check" ("id", "createdAt", "status", "domain", "targetInput", "targetKind", "domainUnicode", "options",
      "vantage", "depth", "fingerprint", "schemaVersion", "rulesVersion", "reportMailId")
      VALUES ('check', 0, 'done', 'a.example', 'a.example', 'domain', 'a.example', '{}', '{}', 'envelope', 'f', 1, 1, 'shared');
    INSERT INTO "ReportMail" ("id", "sharedId", "createdAt", "at", "kind", "octets", "reading")
      VALUES ('mail', 'shared', 1, 2, 'bounce', 3, '{}');
    INSERT INTO "ReportMailPiece" VALUES ('mail', 0, X'4142');
    INSERT INTO "ReportSubject" ("mailId", "n", "at", "kind", "domain", "category")
      VALUES ('mail', 0, 2, 'bounce', 'a.example', 'mailbox-unknown');`);
  await migrate();
  const joined = `
    SELECT "Check"."id", "Mail"."id", "Mail"."octets", hex("MailPiece"."body"), "MailSubject"."category" FROM "Check"
      JOIN "Mail" ON "Mail"."sharedId" = "Check"."noticeId"
      JOIN "MailPiece" ON "MailPiece"."mailId" = "Mail"."id"
      JOIN "MailSubject" ON "MailSubject"."mailId" = "Mail"."id"`;
  expect(await rowsOf(database, joined)).toEqual([['check', 'mail', 3, '4142', 'mailbox-unknown']]);
  await database.executeScript(`PRAGMA foreign_keys = ON; DELETE FROM "Mail";`);
  expect(await rowsOf(database, 'SELECT * FROM "MailSubject"')).toEqual([]);
  await database.dispose();
});

test('links keep leading to their checks when mails get links, and each leads to one thing', async () => {
  const { database, migrate } = await before('mail_shares');
  await database.executeScript(`
    INSERT INTO "Check" ("id", "createdAt", "status", "domain", "targetInput", "targetKind", "domainUnicode", "options",
      "vantage", "depth", "fingerprint", "schemaVersion", "rulesVersion")
      VALUES ('check', 0, 'done', 'a.example', 'a.example', 'domain', 'a.example', '{}', '{}', 'envelope', 'f', 1, 1);
    INSERT INTO "Mail" ("id", "sharedId", "createdAt", "at", "kind", "octets") VALUES ('mail', 'shared', 1, 2, 'bounce', 3);
    INSERT INTO "Share" ("id", "checkId", "createdAt", "createdBy", "expiresAt", "endedAt", "hidesLocalParts", "line")
      VALUES ('link', 'check', 1, 'ada', 2, 3, true, 'a line');`);
  await migrate();
  const insert = async (id: string, checkId: string | null, mailId: string | null) => {
    const [check, mail] = [checkId, mailId].map((of) => (of === null ? 'NULL' : `'${of}'`));
    await database.executeScript(`
      INSERT INTO "Share" ("id", "checkId", "mailId", "createdAt", "hidesLocalParts", "line")
        VALUES ('${id}', ${check}, ${mail}, 1, true, '');`);
  };
  await expect(insert('none', null, null)).rejects.toThrow('Share_one_check');
  await expect(insert('both', 'check', 'mail')).rejects.toThrow('Share_one_check');
  await insert('other', null, 'mail');
  const all = `SELECT "id", "checkId", "mailId", "createdBy", "expiresAt", "endedAt", "line" FROM "Share" ORDER BY "id"`;
  const moment = (ms: number) => new Date(ms).toISOString();
  const [link, other] = [
    ['link', 'check', null, 'ada', moment(2), moment(3), 'a line'],
    ['other', null, 'mail', null, null, null, ''],
  ];
  expect(await rowsOf(database, all)).toEqual([link, other]);
  await database.executeScript(`PRAGMA foreign_keys = ON; DELETE FROM "Mail";`);
  expect(await rowsOf(database, all)).toEqual([link]);
  await database.executeScript(`DELETE FROM "Check";`);
  expect(await rowsOf(database, all)).toEqual([]);
  await database.dispose();
});

test('watches are of mail, and alerts keep their checks and deliveries, when there are watches of lists', async () => {
  const { database, migrate } = await before('watches_of_lists');
  await database.executeScript(`
    PRAGMA foreign_keys = ON;
    INSERT INTO "Watch" ("id", "createdAt", "target", "domain", "everyMinutes") VALUES ('watch', 0, 'a.example', 'a.example', 60);
    INSERT INTO "Receiver" ("id", "name", "createdAt", "way", "address") VALUES ('ops', 'Ops', 0, 'mail', 'ops@a.example');
    INSERT INTO "WatchReceiver" VALUES ('watch', 'ops');
    INSERT INTO "Alert" ("id", "watchId", "target", "domain", "at", "checkId", "changes")
      VALUES ('alert', 'watch', 'a.example', 'a.example', 1, 'check', '[]');
    INSERT INTO "Delivery" ("alertId", "receiverId", "tries") VALUES ('alert', 'ops', 2);`);
  await migrate();
  const insert = async (id: string, kind: string) => {
    await database.executeScript(`
      INSERT INTO "Watch" ("id", "createdAt", "kind", "target", "domain", "everyMinutes")
        VALUES ('${id}', 0, '${kind}', 'a.example', 'a.example', 60);`);
  };
  await insert('lists', 'lists');
  await expect(insert('again', 'mail')).rejects.toThrow('UniqueConstraint');
  expect(
    await rowsOf(
      database,
      `SELECT "id", "kind", "receiverId" FROM "Watch" LEFT JOIN "WatchReceiver" ON "watchId" = "id"`,
    ),
  ).toEqual([
    ['watch', 'mail', 'ops'],
    ['lists', 'lists', null],
  ]);
  const told = `SELECT "id", "checkId", "tries" FROM "Alert" JOIN "Delivery" ON "alertId" = "id"`;
  expect(await rowsOf(database, told)).toEqual([['alert', 'check', 2]]);
  await database.executeScript(`
    INSERT INTO "Alert" ("id", "watchId", "target", "domain", "at", "changes") VALUES ('other', 'lists', 'a', 'a', 2, '[]');
    DELETE FROM "Alert" WHERE "id" = 'alert';`);
  expect(await rowsOf(database, told)).toEqual([]);
  await database.dispose();
});

/** A database as it was before the migration of this name, and what brings it up to date. */
async function before(name: string) {
  const database = await new PrismaBetterSqlite3({ url: ':memory:' }).connect();
  const all = readMigrations(SQLITE_FILES).migrationDirectories;
  const at = all.findIndex(({ path }) => path.endsWith(`_${name}`));
  const run = async (migrations: typeof all): Promise<void> => {
    for (const { migrationFile } of migrations) await database.executeScript(migrationFile.content.value);
  };
  await run(all.slice(0, at));
  return { database, migrate: () => run(all.slice(at)) };
}

async function rowsOf(database: SqlQueryable, sql: string): Promise<unknown[][]> {
  const { rows } = await database.queryRaw({ sql, args: [], argTypes: [] });
  return rows;
}
