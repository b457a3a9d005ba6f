import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openTestStore } from '@/e2e/fixtures/test-store';
import { newCheckId } from './check-id';

test('while another program writes, everything can be read', async () => {
  const { store, folder, close } = await openTestStore();
  const id = newCheckId();
  await store.create({
    id,
    createdAt: new Date(),
    target: { input: 'a.example', kind: 'domain', domain: 'a.example', domainUnicode: 'a.example' },
    options: { depth: 'greeting' },
    vantage: { helo: 'probe.example', sender: '<>', softwareVersion: 'test' },
    fingerprint: 'x',
  });
  await store.begin(id);
  await store.append(id, [{ type: 'limit', seq: 1, limit: 'dns-queries', count: 300 }]);
  const other = new Database(join(folder, 'test.db'));
  other.exec('BEGIN IMMEDIATE');
  try {
    expect((await store.read(id))?.evidence.events).toHaveLength(1);
    expect((await store.list({ limit: 100 })).items.map((item) => item.id)).toEqual([id]);
    expect(await store.unfinished()).toEqual([id]);
  } finally {
    other.close();
    await close();
  }
});
