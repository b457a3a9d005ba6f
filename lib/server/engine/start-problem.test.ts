import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { AppProblem } from '@/lib/problem';
import { DatabaseInUse } from '@/lib/store/instance-lock';
import { startProblem } from './start-problem';

const said = (code: string) => new Database.SqliteError('words of SQLite', code);
const told = (cause: unknown) => new AppProblem('database-unavailable', { say: 'Told in words.', cause });

test.each([
  [said('SQLITE_FULL'), 'The database x.db cannot be used: the disk is full; make room, and start again.'],
  [
    told(said('SQLITE_CORRUPT_INDEX')),
    'The database x.db cannot be used: its file is damaged; restore a copy (npm run restore -- FILE).',
  ],
  [told(undefined), 'Told in words.'],
  [new DatabaseInUse('Somebody has it.'), 'Somebody has it.'],
  [new Error('\nInvalid `x`\nmore'), 'The start failed (Invalid `x`); please report this.'],
])('%s', (error, sentence) => {
  expect(startProblem(error, 'file:x.db')).toBe(sentence);
});
