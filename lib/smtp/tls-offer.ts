import { z } from 'zod';

/**
 * What opens a TLS handshake. `usual`: as the library makes it, and as most programs with that library send it. `small`: with
 * groups whose key shares are short, so that it fits one packet on every path.
 */
export const HelloKind = z.enum(['usual', 'small']);
export type HelloKind = z.infer<typeof HelloKind>;

/** A ClientHello (RFC 8446 §4.1.2). */
export const ClientHello = z.object({
  bytes: z.int().describe('with the header of its record, for a host name of usual length'),
  groups: z.array(z.string()).describe('offered for the key exchange, in order of preference'),
  keyShares: z.array(z.string()).describe('the groups for which a key is sent along'),
});
export type ClientHello = z.infer<typeof ClientHello>;

/** With what this installation opens TLS. */
export const TlsOffer = z.object({
  library: z.string().describe('and its version, e.g. OpenSSL 3.5.4'),
  usual: ClientHello,
  small: ClientHello.nullable().describe('for a second try; null where the usual one is small'),
});
export type TlsOffer = z.infer<typeof TlsOffer>;

/**
 * What fits one packet on every path: the least MTU of IPv6 (RFC 8200 §5) less the headers of IPv6 and of TCP with
 * timestamps.
 */
export const ONE_PACKET_BYTES = 1280 - 40 - 32;

const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const SUPPORTED_GROUPS = 10;
const KEY_SHARE = 51;

/** Reads a ClientHello that came in one record. Null when the bytes are no such thing. */
export function readClientHello(bytes: Uint8Array): ClientHello | null {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return null; // cut short
    throw error;
  }
}

function read(view: DataView): ClientHello | null {
  if (view.getUint8(0) !== HANDSHAKE || view.getUint8(5) !== CLIENT_HELLO) return null;
  let at = 5 + 4 + 2 + 32; // record, handshake, version, random
  at += 1 + view.getUint8(at); // session id
  at += 2 + view.getUint16(at); // cipher suites
  at += 1 + view.getUint8(at); // compression methods
  const end = at + 2 + view.getUint16(at);
  at += 2;
  const hello: ClientHello = { bytes: view.byteLength, groups: [], keyShares: [] };
  while (at < end) {
    const length = view.getUint16(at + 2);
    const body = new DataView(view.buffer, view.byteOffset + at + 4, length);
    if (view.getUint16(at) === SUPPORTED_GROUPS) hello.groups = groupsOf(body, () => 0);
    if (view.getUint16(at) === KEY_SHARE)
      hello.keyShares = groupsOf(body, (share) => 2 + body.getUint16(share + 2));
    at += 4 + length;
  }
  return hello;
}

/** A list of groups, each followed by so many bytes of its own. */
function groupsOf(body: DataView, lengthOf: (at: number) => number): string[] {
  const groups: string[] = [];
  for (let at = 2; at < body.byteLength; at += 2 + lengthOf(at)) groups.push(nameOf(body.getUint16(at)));
  return groups;
}

/** IANA, "TLS Supported Groups"; one without a name here is told by its number. */
const GROUPS: Readonly<Record<number, string>> = {
  0x0017: 'P-256',
  0x0018: 'P-384',
  0x0019: 'P-521',
  0x001d: 'X25519',
  0x001e: 'X448',
  0x0100: 'ffdhe2048',
  0x0101: 'ffdhe3072',
  0x0102: 'ffdhe4096',
  0x0103: 'ffdhe6144',
  0x0104: 'ffdhe8192',
  0x0200: 'MLKEM512',
  0x0201: 'MLKEM768',
  0x0202: 'MLKEM1024',
  0x11eb: 'SecP256r1MLKEM768',
  0x11ec: 'X25519MLKEM768',
  0x11ed: 'SecP384r1MLKEM1024',
};

function nameOf(group: number): string {
  return GROUPS[group] ?? `0x${group.toString(16).padStart(4, '0')}`;
}
