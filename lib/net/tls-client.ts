import { Duplex } from 'node:stream';
import { constants } from 'node:crypto';
import { connect, type ConnectionOptions, DEFAULT_CIPHERS } from 'node:tls';
import { type HelloKind, ONE_PACKET_BYTES, readClientHello, type TlsOffer } from '@/lib/smtp/tls-offer';
import { SHORT_GROUPS } from '@/lib/smtp/short-groups';

/** As long as the names of exchanges mostly are. */
const SOME_HOST = 'mx1.example.com';

/** `groups` replaces the groups of the usual hello, as OpenSSL writes them; undefined: the library's own. */
export interface TlsClient {
  groups?: string | undefined;
}

/**
 * How a handshake is begun. Old versions and weak ciphers are let through: the aim is to see what is there, and an untrusted
 * certificate is a fact, not an end.
 */
export function clientOptions({ groups }: TlsClient, hello: HelloKind): ConnectionOptions {
  const ecdhCurve = hello === 'small' ? SHORT_GROUPS : groups;
  return {
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    minVersion: 'TLSv1',
    ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0`,
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    ...(ecdhCurve === undefined ? {} : { ecdhCurve }),
  };
}

/** What is sent to open a handshake, read from the very bytes; nothing leaves the process. */
export async function tlsOffer(client: TlsClient): Promise<TlsOffer> {
  const usual = await ownHello(client, 'usual');
  return {
    library: `OpenSSL ${process.versions.openssl}`,
    usual,
    small: usual.bytes > ONE_PACKET_BYTES ? await ownHello(client, 'small') : null,
  };
}

async function ownHello(client: TlsClient, kind: HelloKind) {
  const hello = readClientHello(await firstBytes(client, kind));
  if (hello === null) throw new Error('The TLS library began with something other than a ClientHello.');
  return hello;
}

/** The first thing that the library writes. */
function firstBytes(client: TlsClient, kind: HelloKind): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const socket = new Duplex({
      read: () => undefined,
      write: (bytes: Uint8Array) => {
        resolve(bytes);
        setImmediate(() => secure.destroy());
      },
    });
    const secure = connect({ ...clientOptions(client, kind), socket, servername: SOME_HOST });
    secure.on('error', reject);
  });
}
