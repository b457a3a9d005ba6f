import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Makes the root of a table or an index unreadable in the file, and every process look at the file again. */
export function overwriteRoot(file: string, name: string): void {
  const database = new Database(file);
  const page = database
    .prepare<[string], number>(`SELECT "rootpage" FROM "sqlite_master" WHERE "name" = ?`)
    .pluck()
    .get(name);
  const size = database.pragma('page_size', { simple: true });
  if (page === undefined || typeof size !== 'number') throw new Error(`there is no ${name}`);
  database.pragma('wal_checkpoint(TRUNCATE)');
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size);
  closeSync(handle);
  // Whoever has kept pages in memory drops them when somebody has written.
  database.exec(
    `INSERT INTO "Note" ("id", "domain", "createdAt", "text") VALUES ('${name}', 'a.example', 0, '')`,
  );
  database.close();
}
