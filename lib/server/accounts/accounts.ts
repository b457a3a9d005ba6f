import type { AccountRole } from '@/lib/account';
import { keptRole } from '@/lib/store/account-store';
import { ownLink } from '@/lib/own-link';
import { AppProblem } from '@/lib/problem';
import type { CheckStore } from '@/lib/store/store';
import type { Access } from '../config/access';
import type { Auth } from './auth';
import { withoutWords } from './auth-log';
import {
  ADDRESS_HEADER,
  AUTH_PATH,
  CALLBACK_PATH,
  PROVIDER,
  PROVIDER_SILENT,
  SESSION_COOKIE,
} from './constants';
import type { Cookie } from './cookies';
import { ownOrigin, type SignInWay, wayOf } from './way';

/** Who has an account, as a request proves it. */
interface KnownAccount {
  id: string;
  email: string;
  role: AccountRole | null;
  /** The browser's session, by its id. */
  session: string;
}

/** Whoever asks: their headers, and where they are. */
export interface Asker {
  headers: Headers;
  address: string;
}

/** Signs people in who have an account here. */
export interface Accounts {
  /** The origin that people type. */
  readonly url: string;
  way(): SignInWay;
  /** Whether somebody has said how people sign in: by a variable, or on the page. */
  isChosen(): boolean;
  /** People sign in by accounts from now on, also after the next start; or nobody does. */
  choose(way: 'accounts' | 'none'): Promise<void>;
  /** Another process has chosen. */
  lookAgain(): Promise<void>;
  /** Who a request is from; null when it proves nothing. */
  known(headers: Headers): Promise<KnownAccount | null>;
  /** Null when address and password do not belong together. */
  signIn(person: { email: string; password: string }, asker: Asker): Promise<Cookie[] | null>;
  signOut(asker: Asker): Promise<Cookie[]>;
  /** Gives an account its password, makes it when there is none, and ends its sessions; a role of null leaves the one it has. */
  setPassword(person: NewPasswordOf): Promise<void>;
  /** Whether this is the password of the account. */
  isPassword(id: string, password: string): Promise<boolean>;
  /** Whether it has a password at all. */
  hasPassword(id: string): Promise<boolean>;
  /**
   * Where the provider asks who somebody is, to come back to a path of ours, with lines of `Set-Cookie`; null when there is none, or it
   * does not answer.
   */
  toProvider(path: string, asker: Asker): Promise<{ url: string; lines: string[] } | null>;
  /** What better-auth itself answers, below its path: a passkey, and the way back from the provider. `spoken` is sent as JSON. */
  answer(asked: { path: string; spoken: object | null }, asker: Asker): Promise<Response>;
}

interface NewPasswordOf {
  email: string;
  role: AccountRole | null;
  password: string;
  /** Whether what else lets somebody in is forgotten: whoever had it may be somebody else. */
  forgetsPasskeys: boolean;
}

interface AccountsConfig {
  store: CheckStore;
  access: Access;
  /** By what cookies are signed. */
  secret: () => string;
  port: number;
  /** Hears that somebody has said on the page how people sign in. */
  onChosen?(): void;
}

/** `choice` is what was chosen on the page before. */
export async function createAccounts({
  store,
  access,
  secret,
  port,
  onChosen = () => undefined,
}: AccountsConfig): Promise<Accounts> {
  const url = ownOrigin(access, port);
  let choice = await store.readSetting('sign-in');
  let opened: Promise<Auth> | null = null;
  // Most installations never need it, and half a second goes by until it is read.
  const open = async () => {
    const { createAuth } = await import('./auth');
    return createAuth({
      store,
      url,
      oidc: access.oidc,
      secret: secret(),
      async admits(email) {
        const invitation = await store.takeInvitationOf(email, new Date());
        if (invitation !== null) return { role: invitation.role };
        return isAdmitted(email, access) ? { role: null } : null;
      },
      async joins({ id, email, address }) {
        const at = new Date();
        const invitation = await store.takeInvitationOf(email, at);
        if (invitation === null) return false;
        await store.removeProofs(id);
        if (invitation.role !== null) await store.setRole(id, invitation.role);
        await store.note({ at, who: email, address, action: 'provider-joined', object: null });
        return true;
      },
      async onSignedIn({ id, address, by }) {
        const who = await store.addressOf(id);
        await store.note({ at: new Date(), who, address, action: 'signed-in', object: by });
      },
    });
  };
  const auth = () =>
    (opened ??= open().catch((error: unknown) => {
      // What was in the way may be gone the next time.
      opened = null;
      throw error;
    }));
  // Where it fails, it may be the database, which our own reading tells of; what it says itself names whom it is about.
  const byAuth = async <T>(work: (auth: Auth) => Promise<T>): Promise<T> => {
    const made = await auth();
    try {
      return await work(made);
    } catch (error) {
      if (error instanceof AppProblem || statusOf(error) !== null) throw error;
      await store.readSetting('sign-in');
      throw withoutWords(error);
    }
  };
  const cookiesIn = async (headers: Headers) => (await import('./cookies')).cookiesOf(headers);

  const way = () => wayOf(access, choice);

  const credentialOf = (id: string) =>
    byAuth(async ({ $context }) => {
      const { internalAdapter, password } = await $context;
      return { password, credential: await internalAdapter.findCredentialAccount(id) };
    });

  return {
    url,
    way,
    isChosen: () => way() !== 'none' || choice !== null,

    async choose(chosen) {
      await store.writeSetting('sign-in', chosen);
      choice = chosen;
      onChosen();
    },

    async lookAgain() {
      choice = await store.readSetting('sign-in');
    },

    async known(headers) {
      // Whoever is not signed in waits for nothing.
      if (way() !== 'accounts' || !headers.get('cookie')?.includes(SESSION_COOKIE)) return null;
      const found = await byAuth(({ api }) => api.getSession({ headers }));
      if (found === null) return null;
      const { user, session } = found;
      return { id: user.id, email: user.email, role: keptRole(user.role), session: session.id };
    },

    async signIn(body, asker) {
      const asked = { body, headers: told(asker), returnHeaders: true } as const;
      try {
        const { headers } = await byAuth(({ api }) => api.signInEmail(asked));
        return await cookiesIn(headers);
      } catch (error) {
        // 400: no address at all.
        if ([400, 401].includes(statusOf(error) ?? 0)) return null;
        throw error;
      }
    },

    async signOut(asker) {
      const asked = { headers: told(asker), returnHeaders: true } as const;
      const { headers } = await byAuth(({ api }) => api.signOut(asked));
      return await cookiesIn(headers);
    },

    setPassword: ({ email, role, password: text, forgetsPasskeys }) =>
      byAuth(async ({ $context }) => {
        const { internalAdapter, password } = await $context;
        const hash = await password.hash(text);
        const known = (await internalAdapter.findUserByEmail(email))?.user;
        const id = known?.id ?? (await store.addAccount({ email, role, at: new Date() }));
        if ((await internalAdapter.findCredentialAccount(id)) !== null)
          await internalAdapter.updatePassword(id, hash);
        else
          await internalAdapter.linkAccount({
            userId: id,
            providerId: 'credential',
            accountId: id,
            password: hash,
          });
        if (known && role !== null) await store.setRole(id, role);
        if (forgetsPasskeys) await store.removePasskeys(id);
        await store.withdrawInvitation(email);
        await store.endSessions(id, { but: null });
      }),

    async isPassword(id, text) {
      const { credential, password } = await credentialOf(id);
      return credential?.password ? password.verify({ hash: credential.password, password: text }) : false;
    },

    async hasPassword(id) {
      return Boolean((await credentialOf(id)).credential?.password);
    },

    async toProvider(path, asker) {
      const body = {
        provider: PROVIDER,
        callbackURL: ownLink(path),
        errorCallbackURL: ownLink('/sign-in'),
      };
      const asked = { body, headers: told(asker), returnHeaders: true } as const;
      try {
        return await byAuth(async ({ api, hasProvider }) => {
          if (!(await hasProvider())) return null;
          const { headers, response } = await api.signInSocial(asked);
          return response.url === undefined ? null : { url: response.url, lines: headers.getSetCookie() };
        });
      } catch (error) {
        if (statusOf(error) !== null) return null;
        throw error;
      }
    },

    answer({ path, spoken }, asker) {
      const headers = told(asker);
      headers.delete('content-length');
      const body = spoken && JSON.stringify(spoken);
      const asked = { method: spoken === null ? 'GET' : 'POST', headers, body };
      return byAuth(async ({ handler, hasProvider }) => {
        if (path.startsWith(CALLBACK_PATH) && !(await hasProvider()))
          return new Response(null, { status: 303, headers: { location: ownLink(PROVIDER_SILENT) } });
        return handler(new Request(`${url}${ownLink(AUTH_PATH)}${path}`, asked));
      });
    },
  };
}

function told({ headers, address }: Asker): Headers {
  const all = new Headers(headers);
  all.set(ADDRESS_HEADER, address);
  return all;
}

/** Whether somebody of the provider has an account without being invited. */
function isAdmitted(email: string, { admins, senders, oidc }: Access): boolean {
  const named = [...admins, ...senders, ...(oidc?.admitted ?? [])].map((one) => one.toLowerCase());
  return named.includes('*') || named.includes(email) || named.includes(email.replace(/^.*@/, ''));
}

/** With which better-auth refuses; null for every other error. */
function statusOf(error: unknown): number | null {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : null;
}
