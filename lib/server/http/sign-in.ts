import { cookies, headers } from 'next/headers';
import { AppProblem } from '@/lib/problem';
import type { Asker } from '../accounts/accounts';
import type { Cookie } from '../accounts/cookies';
import { callerKey } from '../verbs/caller-key';
import { AccountAddress } from '../verbs/invitations';
import { note } from '../verbs/note';
import { arrivalOf } from './caller-of';
import { services } from './shared-services';

interface Person {
  email: string;
  password: string;
}

/**
 * Signs the browser in that has sent the form. Throws `sign-in-refused` when address and password do not belong together, whichever is
 * wrong, and `too-many-sign-ins`.
 */
export async function signIn({ email, password }: Person): Promise<void> {
  const { quotas } = await services();
  const { address } = await askerOf();
  await quotas.signIns.take(callerKey({ who: null, ip: address }));
  const name = AccountAddress.safeParse(email).data;
  // What is no address may be a password in the wrong field: it is kept nowhere.
  if (name === undefined) throw refused();
  await quotas.signInsOfAccount.take(name);
  await signInByNew({ email: name, password });
}

/** The same for a password that was chosen just now, which is no try. */
export async function signInByNew({ email, password }: Person): Promise<void> {
  const all = await services();
  const asker = await askerOf();
  const made = await all.accounts.signIn({ email, password }, asker);
  if (made === null) {
    await note({ who: null, ip: asker.address }, 'sign-in-failed', email, all);
    throw refused();
  }
  await keep(made);
}

function refused(): AppProblem {
  return new AppProblem('sign-in-refused', { say: 'Address and password do not belong together.' });
}

/** Signs the browser out that has sent the form. */
export async function signOut(): Promise<void> {
  const all = await services();
  const asker = await askerOf();
  const known = await all.accounts.known(asker.headers);
  await keep(await all.accounts.signOut(asker));
  if (known !== null) await note({ who: known.email, ip: asker.address }, 'signed-out', null, all);
}

async function askerOf(): Promise<Asker> {
  const asked = await headers();
  return { headers: new Headers(asked), address: arrivalOf(asked).address };
}

async function keep(made: readonly Cookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of made) jar.set(name, value, options);
}
