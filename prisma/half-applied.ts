import Database from 'better-sqlite3';
import type { Migration } from './records';

/**
 * Statements of a migration. Ours end with a semicolon at the end of a line, and nothing else does.
 */
export function statementsOf(sql: string): string[] {
  return sql
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^--.*$/gm, '').trim() !== '');
}

/**
 * Finishes a migration of which an older version had applied some statements, each by itself, when it was killed. Where it
 * stopped is seen by the schema, which is compared with that of a database made anew; statements that move rows leave no
 * trace there, so the first place counts from which the rest can be applied: rows that are there already refuse to come again.
 * Runs within a transaction; false when there is no such place, and nothing was changed then.
 */
export function finishHalfApplied(
  database: Database.Database,
  half: Migration,
  before: readonly Migration[],
): boolean {
  const statements = statementsOf(half.sql);
  return placesOf(schemaOf(database), statements, before).some((at) => {
    database.exec('SAVEPOINT "half"');
    try {
      for (const statement of statements.slice(at)) database.exec(statement);
      database.exec('RELEASE "half"');
      return true;
    } catch (error) {
      database.exec('ROLLBACK TO "half"; RELEASE "half"');
      if (isOfStatement(error)) return false;
      throw error;
    }
  });
}

/** After how many of its statements a database has this schema. */
function placesOf(schema: string, statements: readonly string[], before: readonly Migration[]): number[] {
  const replayed = new Database(':memory:');
  try {
    for (const { sql } of before) replayed.exec(sql);
    const places = schemaOf(replayed) === schema ? [0] : [];
    for (const [n, statement] of statements.entries()) {
      replayed.exec(statement);
      if (schemaOf(replayed) === schema) places.push(n + 1);
    }
    return places;
  } finally {
    replayed.close();
  }
}

/** What tables and indexes there are, but SQLite's own and the record of migrations. */
function schemaOf(database: Database.Database): string {
  const rows = database
    .prepare<[]>(
      `SELECT "type", "name", "sql" FROM "sqlite_master"
         WHERE "sql" IS NOT NULL AND "name" <> '_prisma_migrations' ORDER BY "type", "name"`,
    )
    .all();
  return JSON.stringify(rows);
}

/** Against what the database holds; not that the disk is full or the file damaged. */
function isOfStatement(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(?:ERROR|CONSTRAINT)/.test(error.code);
}
