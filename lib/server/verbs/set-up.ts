import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { openWayProblem } from '../config/own-accounts';
import type { SignInWay } from '../accounts/way';
import { may } from './caller';
import { AccountAddress } from './invitations';
import { note } from './note';
import { NewPassword, refuseGuessable } from './password';
import { notPermitted, query, verb } from './verb';

/** What the page of the first run offers. */
export interface SetUp {
  way: SignInWay;
  /** Whether somebody has said already how people sign in. */
  isChosen: boolean;
  /** Whether whoever asks may make the first account, with this code or by themselves. */
  mayBegin: boolean;
}

export const getSetUp = query(
  'read',
  async (caller, { code }: { code: string | null }, { accounts, store, firstCode }): Promise<SetUp> => {
    const way = accounts.way();
    const isAdmin = way === 'none' && may(caller, 'administer') && !(await store.hasAdmin());
    return {
      way,
      isChosen: accounts.isChosen(),
      mayBegin: isAdmin || (code !== null && (await firstCode.opens(code))),
    };
  },
);

export const MakeFirstAccount = z.strictObject({
  code: z.string().nullable(),
  email: AccountAddress,
  password: NewPassword,
});

/**
 * Makes the first account, which is an admin's; people sign in by accounts from then on. Returns the address. Throws `not-permitted`
 * for whoever neither knows the code nor may do everything anyway, and when there is an account, and `request-invalid` for a password
 * that is easy to guess.
 */
export const makeFirstAccount = verb(
  'read',
  async (caller, { code, email, password }: z.infer<typeof MakeFirstAccount>, services): Promise<string> => {
    if (!(await getSetUp(caller, { code }, services)).mayBegin) throw notPermitted();
    const { accounts, settings } = services;
    const say = openWayProblem(settings.access.url, { ...settings.access, host: settings.host });
    if (say !== null) throw new AppProblem('request-invalid', { say });
    await refuseGuessable({ email, password }, services);
    await accounts.setPassword({ email, role: 'admin', password, forgetsPasskeys: true });
    await accounts.choose('accounts');
    await note({ ...caller, who: email }, 'sign-in-chosen', 'accounts', services);
    return email;
  },
);

/** Nobody signs in, and the page of the first run is not offered any more. Throws `request-invalid` once people sign in. */
export const chooseNone = verb('administer', async (caller, _: object, services): Promise<void> => {
  if (services.accounts.way() !== 'none')
    throw new AppProblem('request-invalid', { say: 'People sign in here already.' });
  await services.accounts.choose('none');
  await note(caller, 'sign-in-chosen', 'none', services);
});
