import {
  authorizationCodeRequest,
  createAuthorizationURL,
  getOAuth2Tokens,
  type OAuthProvider,
  parseStringBoolean,
  verifyProviderIdToken,
} from 'better-auth/oauth2';
import { createRemoteJWKSet, decodeJwt } from 'jose';
import { z } from 'zod';
import { log } from '../config/log';
import type { Oidc } from '../config/own-accounts';
import { PROVIDER } from './constants';

/** How long the provider may take for one answer: somebody waits for it. */
const ANSWER_MS = 10_000;

/** OpenID Connect Discovery 1.0 §3, as far as it is needed. */
const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  jwks_uri: z.url(),
  id_token_signing_alg_values_supported: z.array(z.string()).min(1),
});

/** OpenID Connect Core 1.0 §3.1.3.3. */
const Tokens = z.looseObject({ id_token: z.string() });

/** OpenID Connect Core 1.0 §5.1; `sub` is known to the issuer alone (§5.7). */
const Claims = z.object({
  sub: z.string().min(1),
  email: z.string().nullish(),
  email_verified: z.unknown().optional(),
});
type Claims = z.infer<typeof Claims>;

/** OAuth 2.0's codes (RFC 6749 §5.2), which name nobody. */
const Refusal = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

/**
 * A provider of OpenID Connect by the parts of better-auth, whose own plugin gives what it asks no limit of time. Whoever has an
 * ID token (OpenID Connect Core 1.0 §3.1.3.7) is known by issuer and subject together. Null, and a line in the log, when the provider
 * does not answer within `limitMs`, or says nothing of use.
 */
export async function findProvider(
  { issuer, clientId, clientSecret, trustsAddresses }: Oidc,
  limitMs = ANSWER_MS,
): Promise<OAuthProvider<Claims> | null> {
  const place = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await ask(Metadata, place, limitMs);
  if (found === null) return null;
  const options = { clientId, clientSecret };
  const provider: OAuthProvider<Claims> = {
    id: PROVIDER,
    name: PROVIDER,
    issuer: found.issuer,
    requiresIdTokenNonce: true,
    idToken: {
      jwks: createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: limitMs }),
      issuer: found.issuer,
      audience: clientId,
      algorithms: found.id_token_signing_alg_values_supported,
    },
    // An address that nobody has looked at may be anybody's.
    options: { requireEmailVerification: !trustsAddresses },
    accountSubject: ({ profile }) => `${found.issuer} ${profile.sub}`,

    createAuthorizationURL: ({ state, codeVerifier, redirectURI, idTokenNonce }) =>
      createAuthorizationURL({
        id: PROVIDER,
        options,
        authorizationEndpoint: found.authorization_endpoint,
        state,
        codeVerifier,
        scopes: ['openid', 'email', 'profile'],
        redirectURI,
        ...(idTokenNonce !== undefined && { nonce: idTokenNonce }),
      }),

    async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
      const tokenEndpoint = found.token_endpoint;
      const { body, headers } = await authorizationCodeRequest({
        code,
        codeVerifier,
        redirectURI,
        options,
        tokenEndpoint,
      });
      const tokens = await ask(Tokens, tokenEndpoint, limitMs, { method: 'POST', body, headers });
      return tokens && getOAuth2Tokens(tokens);
    },

    async getUserInfo({ idToken, accessToken, expectedIdTokenNonce }) {
      if (!idToken || !(await verifyProviderIdToken(provider, idToken, expectedIdTokenNonce))) return null;
      const told = Claims.safeParse(decodeJwt(idToken)).data;
      const more = found.userinfo_endpoint;
      const isEnough = Boolean(told?.email) || more === undefined || accessToken === undefined;
      const claims = isEnough
        ? told
        : await ask(Claims, more, limitMs, { headers: { authorization: `Bearer ${accessToken}` } });
      // OpenID Connect Core 1.0 §5.3.2.
      if (!claims || claims.sub !== told?.sub) return null;
      const { email, email_verified: verified } = claims;
      const emailVerified = trustsAddresses || parseStringBoolean(verified) === true;
      return { user: { name: email?.toLowerCase(), email, emailVerified }, data: claims };
    },
  };
  return provider;
}

/** What an endpoint answers; null as above. No secret follows a redirect. */
async function ask<S extends z.ZodType>(
  schema: S,
  url: string,
  limitMs: number,
  secret?: RequestInit,
): Promise<z.infer<S> | null> {
  const failed = (why: string) => {
    log.warn({ url, why }, 'the provider of OpenID Connect cannot be used');
    return null;
  };
  try {
    const answer = await fetch(url, {
      cache: 'no-store',
      ...(secret && { ...secret, redirect: 'error' }),
      signal: AbortSignal.timeout(limitMs),
    });
    const body: unknown = await answer.json();
    const read = schema.safeParse(body);
    if (answer.status === 200 && read.success) return read.data;
    const refusal = Refusal.safeParse(body).data?.error ?? read.error?.issues[0]?.path.join('.') ?? '';
    return failed(`status ${answer.status} ${refusal}`);
  } catch (error) {
    return failed(reasonOf(error));
  }
}

/** The name or the code of an error: they hold nothing that was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
