import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whom the provider says somebody is. */
export interface Claims {
  sub: string;
  email: string;
  email_verified?: boolean;
}

/** A provider of OpenID Connect on the loopback address: it lets everybody in as whoever is named beforehand. */
export interface OidcProvider {
  issuer: string;
  /** Who comes next. */
  next: Claims;
  server: Server;
}

export const CLIENT = { id: 'mxproof', secret: 'a secret of both' };

export async function startOidcProvider(): Promise<OidcProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map<string, string | null>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', provider.issuer);
    const tell = (value: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return tell({
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/authorize`,
          token_endpoint: `${provider.issuer}/token`,
          jwks_uri: `${provider.issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        });
      case '/keys':
        return tell({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
        });
      case '/authorize': {
        const back = new URL(searchParams.get('redirect_uri') ?? '');
        const code = String(nonces.size);
        nonces.set(code, searchParams.get('nonce'));
        back.searchParams.set('code', code);
        back.searchParams.set('state', searchParams.get('state') ?? '');
        back.searchParams.set('iss', provider.issuer);
        return response.writeHead(302, { location: back.href }).end();
      }
      case '/token': {
        let body = '';
        request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
        request.on('end', () => {
          const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '');
          const now = Math.floor(Date.now() / 1000);
          const claims = { ...provider.next, iss: provider.issuer, aud: CLIENT.id, iat: now, exp: now + 600 };
          const parts = [
            { alg: 'RS256', kid: '1' },
            { ...claims, ...(nonce && { nonce }) },
          ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
          const signature = createSign('RSA-SHA256').update(parts.join('.')).sign(privateKey, 'base64url');
          tell({
            access_token: 'x',
            token_type: 'Bearer',
            expires_in: 600,
            id_token: [...parts, signature].join('.'),
          });
        });
        return;
      }
      default:
        return response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const provider: OidcProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: { sub: '0', email: 'nobody@example.org' },
    server,
  };
  return provider;
}
