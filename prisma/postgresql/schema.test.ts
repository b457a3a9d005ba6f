import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { POSTGRESQL_FILES, SQLITE_FILES } from '../files';
import { postgresqlSchema } from './schema-text';

const sqlite = readFileSync(SQLITE_FILES.schema, 'utf8');

test('the schema is what is made of that for SQLite', () => {
  expect(readFileSync(POSTGRESQL_FILES.schema, 'utf8')).toBe(postgresqlSchema(sqlite));
});

test('a schema that has no place for the words of entries is refused', () => {
  expect(() => postgresqlSchema(sqlite.replace('model SearchEntry', 'model Other'))).toThrow('no place');
});
