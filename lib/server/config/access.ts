import { z } from 'zod';
import { readList, readNetworks } from './lists';
import { OWN_ACCOUNT_VARIABLES, type OwnAccounts, ownAccountsOf, ownAccountsProblem } from './own-accounts';
import { isLoopback, isReached } from './reach';

/** Who sees lists, and mails as they came: everybody, those who are signed in, or nobody. */
const Lists = z.enum(['open', 'signed-in', 'closed'], 'must be open, signed-in or closed');
type Lists = z.infer<typeof Lists>;

/** What those who sign in may do where nothing else is said of them. */
const SignedInAs = z.enum(['checker', 'operator'], 'must be checker or operator');

/** Who is let in, and by what they are known. */
export interface Access extends OwnAccounts {
  /** CIDRs of proxies whose forwarded headers are believed. */
  trustedProxies: readonly string[];
  /** Header, in lower case, in which such a proxy names who is signed in; null: nobody signs in. */
  trustedHeader: string | null;
  /** Names by which pages may be asked for, beside addresses and `localhost`. */
  hosts: readonly string[];
  /** `local`: whoever sits at this machine, as far as nobody signs in. */
  lists: Lists | 'local';
  /** Names of those who may do everything. */
  admins: readonly string[];
  /** Names of those who may send messages. */
  senders: readonly string[];
  signedInAs: z.infer<typeof SignedInAs>;
  /** Who runs this and how to reach them; null: not said. */
  operator: string | null;
}

/** Characters of who runs this. */
const MAX_OPERATOR = 200;

/** The variables, with their defaults. */
export const ACCESS_VARIABLES = {
  MXPROOF_OPEN: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  MXPROOF_TRUSTED_PROXIES: z.string().transform(readNetworks).default([]),
  MXPROOF_TRUSTED_HEADER: z
    .string()
    .regex(/^[a-z\d-]+$/i, 'must be the name of a header, such as X-Remote-User')
    .toLowerCase()
    .optional(),
  MXPROOF_HOSTS: z.string().transform(readList).default([]),
  MXPROOF_LISTS: Lists.optional(),
  MXPROOF_ADMINS: z.string().transform(readList).default([]),
  MXPROOF_SENDERS: z.string().transform(readList).default([]),
  MXPROOF_SIGNED_IN_AS: SignedInAs.default('operator'),
  MXPROOF_OPERATOR: z.string().max(MAX_OPERATOR, `must have at most ${MAX_OPERATOR} characters`).optional(),
  ...OWN_ACCOUNT_VARIABLES,
};

type AccessVariables = z.infer<z.ZodObject<typeof ACCESS_VARIABLES>>;

/** `host` is where mxproof listens. */
export function accessOf(env: AccessVariables, host: string): Access {
  const own = ownAccountsOf(env);
  return {
    ...own,
    trustedProxies: env.MXPROOF_TRUSTED_PROXIES,
    trustedHeader: env.MXPROOF_TRUSTED_HEADER ?? null,
    hosts: own.url === null ? env.MXPROOF_HOSTS : [...env.MXPROOF_HOSTS, new URL(own.url).hostname],
    lists: env.MXPROOF_LISTS ?? (isLoopback(host) ? 'local' : 'signed-in'),
    admins: env.MXPROOF_ADMINS,
    senders: env.MXPROOF_SENDERS,
    signedInAs: env.MXPROOF_SIGNED_IN_AS,
    operator: env.MXPROOF_OPERATOR ?? null,
  };
}

/** Whether people who do not sign in may start checks, or see all of them, from elsewhere. */
export function servesStrangers(env: AccessVariables, host: string): boolean {
  const { trustedProxies, lists } = accessOf(env, host);
  return isReached(host, trustedProxies) && (!signsIn(env) || lists === 'open');
}

function signsIn(env: AccessVariables): boolean {
  return env.MXPROOF_TRUSTED_HEADER !== undefined || ownAccountsOf(env).accounts;
}

/** What each variable may have by itself, and all together may not: a sentence; null when they may. */
export function accessProblem(env: AccessVariables, host: string): string | null {
  const { MXPROOF_OPEN: open, MXPROOF_TRUSTED_HEADER: header, MXPROOF_TRUSTED_PROXIES: trustedProxies } = env;
  if (header !== undefined && trustedProxies.length === 0)
    return 'MXPROOF_TRUSTED_HEADER is believed only of proxies that MXPROOF_TRUSTED_PROXIES names; set that, too.';
  if (!signsIn(env) && !isLoopback(host) && open === '0')
    return `HOST ${host} lets others in, and nobody signs in: set MXPROOF_TRUSTED_HEADER and MXPROOF_TRUSTED_PROXIES, or MXPROOF_ACCOUNTS=1, or MXPROOF_OPEN=1 to let everybody start checks.`;
  if (header !== undefined && ownAccountsOf(env).accounts)
    return 'MXPROOF_TRUSTED_HEADER lets a proxy sign people in, and MXPROOF_ACCOUNTS mxproof itself: set one.';
  return ownAccountsProblem(env, { host, trustedProxies });
}
