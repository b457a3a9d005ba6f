import { z } from 'zod';
import { isReached } from './reach';
import { readList } from './lists';

/** Who signs in by accounts of mxproof. */
export interface OwnAccounts {
  /** Whether they are wanted whatever was chosen on a page. */
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

/** Characters on a button. */
const MAX_NAME = 40;

/** The variables, with their defaults. */
export const OWN_ACCOUNT_VARIABLES = {
  MXPROOF_ACCOUNTS: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  MXPROOF_URL: z.string().transform(readOrigin).optional(),
  MXPROOF_OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the URL of an issuer' }).optional(),
  MXPROOF_OIDC_CLIENT_ID: z.string().optional(),
  MXPROOF_OIDC_CLIENT_SECRET: z.string().optional(),
  MXPROOF_OIDC_NAME: z.string().max(MAX_NAME, `must have at most ${MAX_NAME} characters`).optional(),
  MXPROOF_OIDC_ADMIT: z.string().transform(readList).default([]),
  MXPROOF_OIDC_TRUST_ADDRESSES: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
};

type OwnAccountVariables = z.infer<z.ZodObject<typeof OWN_ACCOUNT_VARIABLES>>;

export function ownAccountsOf(env: OwnAccountVariables): OwnAccounts {
  const { MXPROOF_OIDC_ISSUER: issuer, MXPROOF_OIDC_CLIENT_ID: clientId } = env;
  const { MXPROOF_OIDC_CLIENT_SECRET: clientSecret, MXPROOF_OIDC_NAME: name } = env;
  const isProvided = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  return {
    accounts: env.MXPROOF_ACCOUNTS === '1' || issuer !== undefined,
    url: env.MXPROOF_URL ?? null,
    oidc: isProvided
      ? {
          issuer,
          clientId,
          clientSecret,
          name: name ?? new URL(issuer).hostname,
          admitted: env.MXPROOF_OIDC_ADMIT,
          trustsAddresses: env.MXPROOF_OIDC_TRUST_ADDRESSES === '1',
        }
      : null,
  };
}

/** What each of these variables may have by itself, and all together may not: a sentence; null when they may. */
export function ownAccountsProblem(env: OwnAccountVariables, reach: Reach): string | null {
  const oidc = [env.MXPROOF_OIDC_ISSUER, env.MXPROOF_OIDC_CLIENT_ID, env.MXPROOF_OIDC_CLIENT_SECRET];
  if (oidc.some((one) => one !== undefined) && oidc.includes(undefined))
    return 'MXPROOF_OIDC_ISSUER, MXPROOF_OIDC_CLIENT_ID and MXPROOF_OIDC_CLIENT_SECRET belong together; set all three.';
  const { accounts, url } = ownAccountsOf(env);
  return accounts ? openWayProblem(url, reach) : null;
}

/** Where mxproof listens, and the proxies that are named. */
interface Reach {
  host: string;
  trustedProxies: readonly string[];
}

/** Why passwords cannot be sent to this address: a sentence; null when they can. */
export function openWayProblem(url: string | null, { host, trustedProxies }: Reach): string | null {
  if (!isReached(host, trustedProxies) || url?.startsWith('https:')) return null;
  return 'Accounts need MXPROOF_URL, the https address under which mxproof is reached, such as https://mxproof.example.org: passwords go over no other.';
}

/** An origin without a path, in the form in which browsers tell it. */
function readOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  const message = 'must be an address without a path, such as https://mxproof.example.org';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
