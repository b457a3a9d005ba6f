import type { SignInWay } from '../accounts/way';
import { env } from '../config/env';
import { services } from './shared-services';

/** How people sign in here. */
export async function signInWay(): Promise<SignInWay> {
  return (await services()).accounts.way();
}

/** What the provider is called whose people may sign in; null when there is none. */
export function provider(): string | null {
  return env().access.oidc?.name ?? null;
}

/** What everybody is who signs in. */
export function commonRole(): 'checker' | 'operator' {
  return env().access.signedInAs;
}
