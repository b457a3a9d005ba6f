import { z } from 'zod';
import { isNetwork } from '@/lib/net/guard';
import { networkSet } from '@/lib/net/network-set';

/** Who sees lists, and mails as they came: everybody, those who are signed in, or nobody. */
const Lists = z.enum(['open', 'signed-in', 'closed'], 'must be open, signed-in or closed');
type Lists = z.infer<typeof Lists>;

/** What those who sign in may do where nothing else is said of them. */
const SignedInAs = z.enum(['checker', 'operator'], 'must be checker or operator');

/** Who is let in, and by what they are known. */
export interface Access {
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
  /** Whether accounts of its own are wanted whatever was chosen on a page. */
  accounts: boolean;
  /** The origin that people type; null: not said. */
  url: string | null;
  oidc: Oidc | null;
}

/** A provider of OpenID Connect, whose people may sign in. */
export interface Oidc {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Addresses and domains of those who have an account without being invited; `*`: everybody whom the provider knows. */
  admitted: readonly string[];
  /** What the button says. */
  name: string;
  /** Whether an address counts that the provider does not say it has verified. */
  trustsAddresses: boolean;
}

/** Characters of who runs this. */
const MAX_OPERATOR = 200;

/** Characters on a button. */
const MAX_NAME = 40;

const LOOPBACK = networkSet(['127.0.0.0/8', '::1/128']);

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
  MXPROOF_ACCOUNTS: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  MXPROOF_URL: z.string().transform(readOrigin).optional(),
  MXPROOF_OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the URL of an issuer' }).optional(),
  MXPROOF_OIDC_CLIENT_ID: z.string().optional(),
  MXPROOF_OIDC_CLIENT_SECRET: z.string().optional(),
  MXPROOF_OIDC_NAME: z.string().max(MAX_NAME, `must have at most ${MAX_NAME} characters`).optional(),
  MXPROOF_OIDC_ADMIT: z.string().transform(readList).default([]),
  MXPROOF_OIDC_TRUST_ADDRESSES: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  MXPROOF_OPERATOR: z.string().max(MAX_OPERATOR, `must have at most ${MAX_OPERATOR} characters`).optional(),
};

type AccessVariables = z.infer<z.ZodObject<typeof ACCESS_VARIABLES>>;

/** `host` is where mxproof listens. */
export function accessOf(env: AccessVariables, host: string): Access {
  return {
    trustedProxies: env.MXPROOF_TRUSTED_PROXIES,
    trustedHeader: env.MXPROOF_TRUSTED_HEADER ?? null,
    hosts: [
      ...env.MXPROOF_HOSTS,
      ...(env.MXPROOF_URL === undefined ? [] : [new URL(env.MXPROOF_URL).hostname]),
    ],
    lists: env.MXPROOF_LISTS ?? (isLoopback(host) ? 'local' : 'signed-in'),
    admins: env.MXPROOF_ADMINS,
    senders: env.MXPROOF_SENDERS,
    signedInAs: env.MXPROOF_SIGNED_IN_AS,
    operator: env.MXPROOF_OPERATOR ?? null,
    accounts: env.MXPROOF_ACCOUNTS === '1' || env.MXPROOF_OIDC_ISSUER !== undefined,
    url: env.MXPROOF_URL ?? null,
    oidc: oidcOf(env),
  };
}

function oidcOf(env: AccessVariables): Oidc | null {
  const { MXPROOF_OIDC_ISSUER: issuer, MXPROOF_OIDC_CLIENT_ID: clientId } = env;
  const { MXPROOF_OIDC_CLIENT_SECRET: clientSecret, MXPROOF_OIDC_NAME: name } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const trustsAddresses = env.MXPROOF_OIDC_TRUST_ADDRESSES === '1';
  return {
    issuer,
    clientId,
    clientSecret,
    name: name ?? new URL(issuer).hostname,
    admitted: env.MXPROOF_OIDC_ADMIT,
    trustsAddresses,
  };
}

/** Whether people who do not sign in may start checks, or see all of them, from elsewhere. */
export function servesStrangers(env: AccessVariables, host: string): boolean {
  const isReached = !isLoopback(host) || env.MXPROOF_TRUSTED_PROXIES.length > 0;
  return isReached && (!signsIn(env) || env.MXPROOF_LISTS === 'open');
}

function signsIn(env: AccessVariables): boolean {
  return (
    env.MXPROOF_TRUSTED_HEADER !== undefined ||
    env.MXPROOF_ACCOUNTS === '1' ||
    env.MXPROOF_OIDC_ISSUER !== undefined
  );
}

/** What each variable may have by itself, and all together may not: a sentence each. */
export function accessProblems(env: AccessVariables, host: string): string[] {
  const { MXPROOF_OPEN: open, MXPROOF_TRUSTED_HEADER: header, MXPROOF_TRUSTED_PROXIES: proxies } = env;
  if (header !== undefined && proxies.length === 0)
    return [
      'MXPROOF_TRUSTED_HEADER is believed only of proxies that MXPROOF_TRUSTED_PROXIES names; set that, too.',
    ];
  if (!signsIn(env) && !isLoopback(host) && open === '0')
    return [
      `HOST ${host} lets others in, and nobody signs in: set MXPROOF_TRUSTED_HEADER and MXPROOF_TRUSTED_PROXIES, or MXPROOF_ACCOUNTS=1, or MXPROOF_OPEN=1 to let everybody start checks.`,
    ];
  return accountProblems(env, host);
}

function accountProblems(env: AccessVariables, host: string): string[] {
  const { MXPROOF_TRUSTED_HEADER: header, MXPROOF_TRUSTED_PROXIES: proxies, MXPROOF_URL: url } = env;
  const oidc = [env.MXPROOF_OIDC_ISSUER, env.MXPROOF_OIDC_CLIENT_ID, env.MXPROOF_OIDC_CLIENT_SECRET];
  if (oidc.some((one) => one !== undefined) && oidc.includes(undefined))
    return [
      'MXPROOF_OIDC_ISSUER, MXPROOF_OIDC_CLIENT_ID and MXPROOF_OIDC_CLIENT_SECRET belong together; set all three.',
    ];
  const hasAccounts = env.MXPROOF_ACCOUNTS === '1' || env.MXPROOF_OIDC_ISSUER !== undefined;
  if (!hasAccounts) return [];
  if (header !== undefined)
    return [
      'MXPROOF_TRUSTED_HEADER lets a proxy sign people in, and MXPROOF_ACCOUNTS mxproof itself: set one.',
    ];
  const problem = accountsProblem({ host, trustedProxies: proxies, url: url ?? null });
  return problem === null ? [] : [problem];
}

/** Why accounts cannot be had like this: a sentence; null when they can. */
export function accountsProblem({
  host,
  trustedProxies,
  url,
}: Pick<Access, 'trustedProxies' | 'url'> & { host: string }): string | null {
  const isReached = !isLoopback(host) || trustedProxies.length > 0;
  if (!isReached || url?.startsWith('https:')) return null;
  return 'Accounts need MXPROOF_URL, the https address under which mxproof is reached, such as https://mxproof.example.org: passwords go over no other.';
}

/** An origin without a path, in the form in which browsers tell it. */
function readOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  )
    return url.origin;
  context.addIssue({
    code: 'custom',
    message: 'must be an address without a path, such as https://mxproof.example.org',
  });
  return z.NEVER;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || LOOPBACK(host);
}

/** Names separated by commas; what is between them counts without blanks around. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** CIDRs separated by commas. */
export function readNetworks(text: string, context: z.RefinementCtx): string[] {
  const networks = readList(text);
  for (const network of networks)
    if (!isNetwork(network))
      context.addIssue({
        code: 'custom',
        message: `must be networks such as 192.168.0.0/16, separated by commas; "${network}" is none`,
      });
  return networks;
}
