import { z } from 'zod';
import { ACCOUNT_ROLES } from '@/lib/account';
import { AppProblem } from '@/lib/problem';
import type { Services } from '../engine/services';
import { note } from './note';
import { verb } from './verb';

export const ChangeRole = z.strictObject({ id: z.string(), role: z.enum(ACCOUNT_ROLES).nullable() });

/** From the next request on. Throws `account-not-found`, and `request-invalid` for the last admin. */
export const changeRole = verb(
  'administer',
  async (caller, { id, role }: z.infer<typeof ChangeRole>, services) => {
    const email = await addressOf(id, services);
    if (role !== 'admin') await keepAnAdmin(id, services);
    await services.store.setRole(id, role);
    await note(caller, 'account-role-changed', `${email} ${role ?? 'like everybody'}`, services);
  },
);

/** With its sessions, passkeys and password. Throws `account-not-found`, and `request-invalid` for the last admin. */
export const removeAccount = verb('administer', async (caller, { id }: { id: string }, services) => {
  await keepAnAdmin(id, services);
  const email = await services.store.removeAccount(id);
  if (email === null) throw noSuchAccount();
  await note(caller, 'account-removed', email, services);
});

/** Every browser of an account has to sign in again. Throws `account-not-found`. */
export const endAllSessions = verb('administer', async (caller, { id }: { id: string }, services) => {
  const email = await addressOf(id, services);
  await services.store.endSessions(id, { but: null });
  await note(caller, 'sessions-ended', email, services);
});

async function addressOf(id: string, { store }: Pick<Services, 'store'>): Promise<string> {
  const email = await store.addressOf(id);
  if (email === null) throw noSuchAccount();
  return email;
}

/** Without one, nobody could make another. Those that a variable names are not counted: they may have no account. */
async function keepAnAdmin(id: string, { store }: Pick<Services, 'store'>): Promise<void> {
  const admins = (await store.accounts(new Date())).filter(({ role }) => role === 'admin');
  if (admins.length === 1 && admins[0]?.id === id)
    throw new AppProblem('request-invalid', { say: 'This is the last admin: make somebody else one first.' });
}

function noSuchAccount(): AppProblem {
  return new AppProblem('account-not-found', { say: 'There is no such account.' });
}
