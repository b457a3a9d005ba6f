import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { keptRole } from './account-store';
import type { CheckStore } from './store';

let opened: TestStore;
let store: CheckStore;

beforeAll(async () => {
  opened = await openTestStore();
  ({ store } = opened);
});
afterAll(() => opened.close());

const NOW = new Date('2026-11-29T12:00:00Z');
const LATER = new Date('2026-12-02T12:00:00Z');

test.each([
  [null, null],
  [undefined, null],
  ['', 'checker'],
  ['root', 'checker'],
  ['ADMIN', 'checker'],
  ['admin', 'admin'],
])('what is kept as the role %j is %j', (text, role) => expect(keptRole(text)).toBe(role));

test('an invitation is taken once, in time, and takes the place of an older one', async () => {
  const made = { email: 'bob@example.org', role: 'checker', createdAt: NOW, expiresAt: LATER } as const;
  await store.invite({ ...made, hash: 'first' });
  await store.invite({ ...made, hash: 'second' });
  expect(await store.takeInvitation('first', NOW)).toBeNull();
  expect(await store.readInvitation('second', LATER)).toBeNull();
  const taken = await Promise.all([1, 2, 3].map(() => store.takeInvitation('second', NOW)));
  expect(taken.filter((one) => one !== null)).toEqual([{ ...made, hash: 'second' }]);
  await store.invite({ ...made, hash: 'late' });
  expect(await store.takeInvitation('late', LATER)).toBeNull();
  expect(await store.withdrawInvitation('bob@example.org')).toBe(false);
});

test('what an account is known by goes, and nothing of another account', async () => {
  const add = (email: string) => store.addAccount({ email, role: null, at: NOW });
  const [ada, bob] = [await add('ada@example.org'), await add('bob@example.org')];
  const insert = async (table: string, row: Record<string, string | number | boolean>) => {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const marks = names.map(() => '?');
    await opened.run(`INSERT INTO "${table}" (${names.join()}) VALUES (${marks.join()})`, Object.values(row));
  };
  const times = { createdAt: NOW.toISOString(), updatedAt: NOW.toISOString() };
  for (const userId of [ada, bob]) {
    for (const providerId of ['credential', 'oidc'])
      await insert('AuthAccount', {
        id: `${userId} ${providerId}`,
        accountId: userId,
        providerId,
        userId,
        ...times,
      });
    await insert('AuthSession', {
      id: userId,
      token: userId,
      userId,
      expiresAt: LATER.toISOString(),
      ...times,
    });
    const key = { publicKey: 'x', credentialID: userId, counter: 0, deviceType: 'x', backedUp: false };
    await insert('AuthPasskey', { id: userId, userId, ...key });
  }
  await store.removeProofs(ada);
  const left = ['AuthAccount', 'AuthSession', 'AuthPasskey'].map((table) =>
    opened.run(`SELECT "userId" FROM "${table}"`),
  );
  expect((await Promise.all(left)).flat()).toEqual([bob, bob, bob, bob]);
  expect(await store.addressOf(ada)).toBe('ada@example.org');
  for (const id of [ada, bob]) await store.removeAccount(id);
});

test('a token has a name of its own, and is found by its hash until it is removed', async () => {
  const token = { id: '1', name: 'postfix', scopes: ['hand-over'], createdAt: NOW, createdBy: null } as const;
  const added = { ...token, scopes: [...token.scopes] };
  expect(await store.addToken(added, 'hash')).toBe(true);
  expect(await store.addToken({ ...added, id: '2' }, 'other')).toBe(false);
  expect(await store.findToken('other')).toBeNull();
  await store.useToken('1', LATER);
  expect(await store.findToken('hash')).toEqual({ ...added, lastUsedAt: LATER });
  expect(await store.removeToken('2')).toBeNull();
  expect(await store.removeToken('1')).toBe('postfix');
  expect(await store.tokens()).toEqual([]);
});

test('who did what, newest first, by pages; what is no action of ours is left out', async () => {
  const actions = ['signed-in', 'token-made', 'signed-out'] as const;
  for (const action of actions)
    await store.note({ at: NOW, who: null, address: '192.0.2.1', action, object: action });
  await opened.run(`UPDATE "AuditEntry" SET "action" = 'flew' WHERE "action" = 'token-made'`);
  const first = await store.auditPage(2);
  expect(first.items.map(({ action }) => action)).toEqual(['signed-out']);
  const second = await store.auditPage(2, first.next ?? '');
  expect(second).toMatchObject({ items: [{ action: 'signed-in', object: 'signed-in' }], next: null });
  for (const cursor of ['', 'x', '-1', '1e3'])
    expect((await store.auditPage(9, cursor)).items).toHaveLength(2);
});
