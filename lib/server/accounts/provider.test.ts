import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { log } from '../config/log';
import { findProvider } from './provider';

log.level = 'silent';

const SILENCE = 'silence';
type Answer = object | string | number;

/** What is answered at each path; a number is a status. */
let answers: Record<string, Answer> = {};
/** How many requests wait for an answer. */
let held = 0;

function answer(request: IncomingMessage, response: ServerResponse) {
  const said = answers[request.url ?? ''] ?? 404;
  if (said === SILENCE) {
    held++;
    response.on('close', () => held--);
  } else if (typeof said === 'number') response.writeHead(said).end('{}');
  else response.end(typeof said === 'string' ? said : JSON.stringify(said));
}

const server = createServer(answer);
let issuer = '';
let metadata: Record<string, unknown> = {};
const keys = await generateKeyPair('RS256');
const PLACE = '/.well-known/openid-configuration';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
});
afterAll(() => server.close());

/** Until silence is given up: longer than any answer takes on a machine that does much else. */
const SILENCE_MS = 2_000;

async function found(told: Record<string, Answer>, limitMs?: number) {
  answers = { [PLACE]: metadata, ...told };
  const oidc = { issuer: `${issuer}/`, clientId: 'mxproof', clientSecret: 'x', trustsAddresses: false };
  return findProvider({ ...oidc, admitted: [], name: 'x' }, limitMs);
}

test.each<[string, (all: object) => Answer]>([
  [SILENCE, () => SILENCE],
  ['an error', () => 500],
  ['no JSON', () => '<html>'],
  ['nothing', () => ({})],
  ['no issuer', (all) => ({ ...all, issuer: undefined })],
  ['no address to send people to', (all) => ({ ...all, authorization_endpoint: 'authorize' })],
  ['no address for tokens', (all) => ({ ...all, token_endpoint: undefined })],
  ['no keys', (all) => ({ ...all, jwks_uri: undefined })],
  ['no way to sign', (all) => ({ ...all, id_token_signing_alg_values_supported: [] })],
])('with %s, there is no provider, and nothing is waited for any longer', async (_, said) => {
  const told = said(metadata);
  expect(await found({ [PLACE]: told }, told === SILENCE ? SILENCE_MS : undefined)).toBeNull();
  await expect.poll(() => held).toBe(0);
});

const CODE = { code: 'c', redirectURI: 'http://localhost/back', codeVerifier: 'v' };

test.each<[string, Answer]>([
  [SILENCE, SILENCE],
  ['an error', 500],
  ['no ID token', { access_token: 'a' }],
])('with %s for a code, nobody signs in', async (_, said) => {
  const provider = await found({ '/token': said }, said === SILENCE ? SILENCE_MS : undefined);
  expect(await provider?.validateAuthorizationCode(CODE)).toBeNull();
  await expect.poll(() => held).toBe(0);
});

/** In seconds, and behind every clock. */
const NEVER = 2 ** 33;

async function idToken(claims: Record<string, unknown>) {
  answers['/keys'] = { keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'RS256', kid: '1' }] };
  return new SignJWT({ iss: issuer, aud: 'mxproof', sub: '1', nonce: 'n', exp: NEVER, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: '1' })
    .setIssuedAt()
    .sign(keys.privateKey);
}

const NOBODY = null;

test.each<[string, Record<string, unknown>, Answer, object | null]>([
  ['another issuer', { iss: 'http://127.0.0.1:1', email: 'ada@example.org' }, 404, NOBODY],
  ['another client', { aud: 'other', email: 'ada@example.org' }, 404, NOBODY],
  ['another nonce', { nonce: 'o', email: 'ada@example.org' }, 404, NOBODY],
  ['an end that is over', { exp: 1, email: 'ada@example.org' }, 404, NOBODY],
  ['no address, and silence about it', {}, SILENCE, NOBODY],
  ['no address, and one of somebody else', {}, { sub: '2', email: 'eve@example.org' }, NOBODY],
  ['no address anywhere', {}, { sub: '1' }, { email: undefined, emailVerified: false }],
  [
    'an address that is told apart',
    {},
    { sub: '1', email: 'ada@example.org', email_verified: 'true' },
    { email: 'ada@example.org', emailVerified: true },
  ],
  ['an address', { email: 'ada@example.org' }, 404, { email: 'ada@example.org', emailVerified: false }],
])('an ID token with %s', async (_, claims, said, user) => {
  const provider = await found({ '/userinfo': said }, said === SILENCE ? SILENCE_MS : undefined);
  const tokens = { idToken: await idToken(claims), accessToken: 'a', expectedIdTokenNonce: 'n' };
  const info = await provider?.getUserInfo(tokens);
  expect(info && { email: info.user.email, emailVerified: info.user.emailVerified }).toEqual(user);
});

test('somebody is known by issuer and subject together', async () => {
  const provider = await found({});
  const profile = { sub: '1', email_verified: true };
  expect(await provider?.accountSubject({ tokens: {}, profile })).toBe(`${issuer} 1`);
});
