import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import type { OAuthProvider } from 'better-auth/oauth2';
import { ownLink } from '@/lib/own-link';
import type { CheckStore } from '@/lib/store/store';
import type { OwnAccounts } from '../config/own-accounts';
import { noteAuthLog } from './auth-log';
import {
  ADDRESS_HEADER,
  AUTH_PATH,
  MAX_PASSWORD,
  MIN_PASSWORD,
  PROVIDER,
  SIGNED_IN_SECONDS,
} from './constants';
import { findProvider } from './provider';

/** By what somebody has signed in. */
export type SignInMeans = 'password' | 'passkey' | 'provider';

interface AuthConfig extends Pick<OwnAccounts, 'oidc'> {
  store: Pick<CheckStore, 'authDatabase'>;
  secret: string;
  /** As what somebody of the provider gets an account; null: not at all. */
  admits(email: string): Promise<{ role: string | null } | null>;
  /** Whether somebody of the provider gets an account of this address that they have not signed in to before. */
  joins(person: { id: string; email: string; address: string }): Promise<boolean>;
  onSignedIn(person: { id: string; address: string; by: SignInMeans }): Promise<void>;
  /** The origin that people type, e.g. `https://mxproof.example.org`. */
  url: string;
}

/**
 * better-auth, with passwords, passkeys and one provider of OpenID Connect; nobody makes an account for themselves but by that
 * provider. It sends no mail, and no code opens an account.
 */
export async function createAuth({ store, secret, url, oidc, admits, joins, onSignedIn }: AuthConfig) {
  const providers: OAuthProvider[] = [];
  const isSecure = url.startsWith('https:');
  const auth = betterAuth({
    appName: 'mxproof',
    baseURL: url,
    basePath: ownLink(AUTH_PATH),
    secret,
    database: await store.authDatabase(),
    telemetry: { enabled: false },
    logger: { level: 'warn', log: noteAuthLog },
    // Ours count, by account as well as by address.
    rateLimit: { enabled: false },
    user: {
      modelName: 'authUser',
      additionalFields: { role: { type: 'string', required: false, input: false } },
      // A subject of the provider is one person, an address is not: it may be given to somebody else.
      async validateUserInfo({ user: { id, email }, source }, { headers }) {
        if (source.action !== 'link-account') return;
        const address = headers?.get(ADDRESS_HEADER) ?? '';
        if (id !== undefined && email !== undefined && (await joins({ id, email, address }))) return;
        return { error: 'account_of_another' };
      },
    },
    session: {
      modelName: 'authSession',
      expiresIn: SIGNED_IN_SECONDS,
      // Pages that are drawn cannot make it longer.
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'authAccount',
      accountLinking: { enabled: true, trustedProviders: [] },
      updateAccountOnSignIn: false,
    },
    verification: { modelName: 'authVerification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    // What it cannot answer is thrown: it would write it out itself, with all that it says.
    onAPIError: { errorURL: ownLink('/sign-in'), throw: true },
    // Nothing of the provider's is needed later.
    databaseHooks: {
      user: {
        create: {
          async before(user) {
            // Nobody has an account by an address that may be anybody's, nor without being let in.
            if (!user.emailVerified) return false;
            const admitted = await admits(user.email);
            return admitted === null ? false : { data: { ...user, ...admitted } };
          },
        },
      },
      session: {
        create: {
          after: (session, context) =>
            onSignedIn({ id: session.userId, address: session.ipAddress ?? '', by: byWhat(context?.path) }),
        },
      },
      account: { create: { before: (account) => Promise.resolve({ data: { ...account, ...NO_TOKENS } }) } },
    },
    advanced: {
      // The prefix keeps other hosts of the domain from setting one of this name (RFC 6265bis §4.1.3.2).
      cookiePrefix: isSecure ? '__Host-mxproof' : 'mxproof',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      passkey({
        rpID: new URL(url).hostname,
        rpName: 'mxproof',
        origin: url,
        schema: { passkey: { modelName: 'authPasskey' } },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // A key that was found opens nothing without its PIN or finger: the package asks for that, and does not insist.
        registration: {
          afterVerification: ({ verification }) => requireUser(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => requireUser(verification.authenticationInfo.userVerified),
        },
      }),
      { id: PROVIDER, init: () => ({ context: { socialProviders: providers } }) },
    ],
  });
  const find = async () => {
    const provider = oidc === null || providers.length > 0 ? null : await findProvider(oidc);
    if (provider !== null) providers.push(provider);
    return providers.length > 0;
  };
  let found: Promise<boolean> | null = null;
  return Object.assign(auth, {
    /** Whether the provider can be asked: looked for when somebody wants it, and until it was found once. */
    hasProvider: () => (found ??= find().finally(() => (found = null))),
  });
}

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

export type Auth = Awaited<ReturnType<typeof createAuth>>;

function byWhat(path: string | undefined): SignInMeans {
  if (path?.startsWith('/callback/')) return 'provider';
  return path?.startsWith('/passkey/') ? 'passkey' : 'password';
}

/** WebAuthn Level 3 §7.1, §7.2: user verification is required. */
function requireUser(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError('UNAUTHORIZED');
}
