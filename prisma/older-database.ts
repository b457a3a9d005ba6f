import Database from 'better-sqlite3';
import { statementsOf } from './half-applied';
import { createRecords, knownMigrations, recordApplied } from './records';

/** Rows of these tables, in the columns that they have in every version. */
export const ROWS = { Check: 3, Evidence: 2, Note: 1 };

interface OlderDatabase {
  /** The last migration that it has, by its number. */
  last: number;
  /** How many statements of the next one an older version had applied when it was killed; none of it by default. */
  statements?: number;
  /** Of messages that the migrations have to move, once there is a table for them. */
  messageOctets?: number;
}

/** For tests: a database as an older version has left it. */
export function writeOlderDatabase(
  file: string,
  { last, statements, messageOctets = 1000 }: OlderDatabase,
): void {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  createRecords(database);
  const known = knownMigrations();
  for (const [n, migration] of known.slice(0, last + 1).entries()) {
    database.exec(migration.sql);
    recordApplied(database, migration, new Date());
    if (n === 0) writeChecks(database);
    if (migration.name.endsWith('_report_mail')) writeMails(database, messageOctets);
  }
  const next = known[last + 1];
  if (statements !== undefined && next !== undefined) {
    for (const statement of statementsOf(next.sql).slice(0, statements)) database.exec(statement);
    database
      .prepare(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('half', ?, ?)`)
      .run(next.checksum, next.name);
  }
  database.close();
}

/** What a reader finds in a database of this version: rows by table, and the octets of all messages. */
export function contentOf(file: string): Record<string, unknown> {
  const database = new Database(file, { readonly: true });
  const ask = (sql: string) => database.prepare<[]>(sql).pluck().get();
  const content = {
    integrity: ask('PRAGMA integrity_check'),
    Check: ask('SELECT count(*) FROM "Check"'),
    Evidence: ask('SELECT count(*) FROM "Evidence"'),
    Note: ask('SELECT count(*) FROM "Note"'),
    octets: ask('SELECT total(length("body")) FROM "MailPiece"'),
    subjects: ask('SELECT count(*) FROM "MailSubject" JOIN "Mail" ON "Mail"."id" = "mailId"'),
  };
  database.close();
  return content;
}

/** Tables and indexes, whatever way led to them. */
export function schemaOfFile(file: string): unknown[] {
  const database = new Database(file, { readonly: true });
  const rows = database
    .prepare('SELECT "type", "name", "sql" FROM "sqlite_master" ORDER BY "type", "name"')
    .all();
  database.close();
  return rows;
}

function writeChecks(database: Database.Database): void {
  for (let n = 0; n < ROWS.Check; n++)
    database
      .prepare(
        `INSERT INTO "Check" ("id", "createdAt", "status", "domain", "targetInput", "targetKind", "domainUnicode",
           "options", "vantage", "depth", "fingerprint", "schemaVersion", "rulesVersion")
           VALUES (?, ?, 'done', 'a.example', 'a.example', 'domain', 'a.example', '{}', '{}', 'envelope', 'f', 1, 1)`,
      )
      .run(`check-${n}`, n);
  for (let n = 0; n < ROWS.Evidence; n++)
    database.prepare(`INSERT INTO "Evidence" VALUES (?, 1, X'00')`).run(`check-${n}`);
  database.exec(`INSERT INTO "Note" VALUES ('note', 'a.example', 0, 'text')`);
}

/** Twenty messages, with a subject each. */
function writeMails(database: Database.Database, octets: number): void {
  const mail = database.prepare(`INSERT INTO "ReportMail" VALUES (?, ?, 0, 0, 'bounce', randomblob(?), ?)`);
  const subject = database.prepare(
    `INSERT INTO "ReportSubject" ("mailId", "n", "at", "kind", "category") VALUES (?, 0, 0, 'bounce', 'unclear')`,
  );
  database.transaction(() => {
    for (let n = 0; n < 20; n++) {
      mail.run(`mail-${n}`, `shared-${n}`, octets / 20, octets / 20);
      subject.run(`mail-${n}`);
    }
  })();
}
