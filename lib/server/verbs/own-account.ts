import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import type { KeptPasskey, SignedIn } from '@/lib/store/account-store';
import { callerKey } from './caller-key';
import type { Caller } from './caller';
import { note } from './note';
import { NewPassword, refuseGuessable } from './password';
import { notPermitted, verb } from './verb';

/** What somebody sees of their own account. */
export interface OwnAccount {
  email: string;
  hasPassword: boolean;
  passkeys: KeptPasskey[];
  /** Newest first. */
  sessions: (SignedIn & { isThis: boolean })[];
}

/** Throws `not-permitted` for whoever is not signed in by an account. */
export const getOwnAccount = verb(
  'read',
  async (caller, _: object, { store, accounts }): Promise<OwnAccount> => {
    const { id, session, email } = accountOf(caller);
    const [passkeys, sessions, hasPassword] = await Promise.all([
      store.passkeys(id),
      store.signedIn(id, new Date()),
      accounts.hasPassword(id),
    ]);
    return {
      email,
      hasPassword,
      passkeys,
      sessions: sessions.map((one) => ({ ...one, isThis: one.id === session })),
    };
  },
);

/** Ends one session of one's own, or all but that which asks. */
export const endOwnSessions = verb('read', async (caller, { only }: { only: string | null }, services) => {
  const { id, session, email } = accountOf(caller);
  await services.store.endSessions(id, only === null ? { but: session } : { only });
  await note(caller, 'sessions-ended', email, services);
});

export const ChangePassword = z.strictObject({ former: z.string(), password: NewPassword });

/**
 * Ends every session of the account. Returns its address. Throws `sign-in-refused` when the former password is another one,
 * `request-invalid` when the new one is easy to guess, and `too-many-sign-ins`.
 */
export const changePassword = verb(
  'read',
  async (caller, { former, password }: z.infer<typeof ChangePassword>, services): Promise<string> => {
    const { id, email } = accountOf(caller);
    const { accounts, quotas } = services;
    await quotas.signIns.take(callerKey(caller));
    if (!(await accounts.isPassword(id, former)))
      throw new AppProblem('sign-in-refused', { say: 'The password until now is another one.' });
    await refuseGuessable({ email, password }, services);
    await accounts.setPassword({ email, role: null, password, forgetsPasskeys: false });
    await note(caller, 'password-chosen', email, services);
    return email;
  },
);

export const removePasskey = verb('read', async (caller, { id: passkey }: { id: string }, services) => {
  const { id, email } = accountOf(caller);
  if (await services.store.removePasskey(id, passkey)) await note(caller, 'passkey-removed', email, services);
});

function accountOf({ account, who }: Caller) {
  if (account === null || who === null) throw notPermitted();
  return { ...account, email: who };
}
