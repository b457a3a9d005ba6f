import { expect, test } from 'vitest';
import { databaseName, isDatabaseUrl, isPostgresql } from './database-url';

test.each([
  ['file:./data/mxproof.db', false, './data/mxproof.db'],
  ['file:/srv/x.db?mode=ro', false, '/srv/x.db'],
  [
    'postgresql://ada:secret@db.example:6432/mxproof?sslmode=require',
    true,
    'mxproof on db.example, port 6432',
  ],
  ['postgres://localhost/my%20mail', true, 'my mail on localhost'],
  ['postgresql:///mxproof?host=/run/postgresql', true, 'mxproof on /run/postgresql'],
])('%s', (url, isServer, name) => {
  expect(isDatabaseUrl(url)).toBe(true);
  expect(isPostgresql(url)).toBe(isServer);
  expect(databaseName(url)).toBe(name);
});
