import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { type Accounts, createAccounts } from './accounts';

const ADA = { email: 'ada@example.org', password: 'three words and a number' };
const ASKER = { headers: new Headers(), address: '192.0.2.1' };

let opened: TestStore;
let accounts: Accounts;

beforeAll(async () => {
  opened = await openTestStore();
  accounts = await createAccounts({
    store: opened.store,
    access: { url: null, oidc: null, accounts: true, trustedHeader: null } as never,
    secret: () => 'x'.repeat(43),
    port: 3000,
  });
});
afterAll(() => opened.close());

test('who has a password is signed in by it, until they sign out', async () => {
  expect(await accounts.signIn(ADA, ASKER)).toBeNull();
  await accounts.setPassword({ ...ADA, role: 'admin', forgetsPasskeys: false });
  expect(await accounts.signIn({ ...ADA, password: 'another one' }, ASKER)).toBeNull();
  const cookies = (await accounts.signIn(ADA, ASKER)) ?? [];
  const headers = new Headers({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') });
  expect(await accounts.known(headers)).toMatchObject({ email: ADA.email, role: 'admin' });
  expect(await opened.store.accounts(new Date())).toMatchObject([
    { email: ADA.email, signedInAt: expect.any(Date) },
  ]);
  await accounts.signOut({ ...ASKER, headers });
  expect(await accounts.known(headers)).toBeNull();
});
