import type { Account, Invitation } from '@/lib/store/account-store';
import { verb } from './verb';

/** An invitation, without what opens it. */
type OpenInvitation = Omit<Invitation, 'hash'>;

interface AccountList {
  accounts: Account[];
  invitations: OpenInvitation[];
}

/** Who may sign in, and who is asked to choose a password. */
export const listAccounts = verb('administer', async (_, _input: object, { store }): Promise<AccountList> => {
  const now = new Date();
  const [accounts, open] = await Promise.all([store.accounts(now), store.invitations(now)]);
  return { accounts, invitations: open.map(({ hash: _hash, ...invitation }) => invitation) };
});
