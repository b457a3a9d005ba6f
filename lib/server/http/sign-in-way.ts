import type { SignInWay } from '../accounts/accounts';
import { services } from './shared-services';

/** How people sign in here. */
export async function signInWay(): Promise<SignInWay> {
  return (await services()).accounts.way();
}
