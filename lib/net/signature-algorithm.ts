/**
 * The algorithm with which a certificate is signed, by its usual name or as OID; null when the bytes are no certificate.
 * Node 20 does not tell. Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, … } (RFC 5280 §4.1).
 */
export function signatureAlgorithm(der: Uint8Array): string | null {
  const whole = elementAt(der, 0, SEQUENCE);
  const signed = whole && elementAt(der, whole.from, SEQUENCE);
  const algorithm = signed && elementAt(der, signed.to, SEQUENCE);
  const oid = algorithm && elementAt(der, algorithm.from, OBJECT_IDENTIFIER);
  if (!oid) return null;
  const numbers = readOid(der.subarray(oid.from, oid.to));
  return NAMES[numbers] ?? numbers;
}

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;

/** Where the contents of one DER element begin and end; null when there is none of this kind, or it is cut. */
function elementAt(der: Uint8Array, at: number, tag: number): { from: number; to: number } | null {
  const first = der[at + 1];
  if (der[at] !== tag || first === undefined) return null;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  let length = octets === 0 ? first : 0;
  for (const octet of der.subarray(at + 2, at + 2 + octets)) length = length * 256 + octet;
  const from = at + 2 + octets;
  return from + length <= der.length ? { from, to: from + length } : null;
}

/** Base 128, high bit on all octets but the last of each number; the first one holds two (X.690 §8.19). */
function readOid(bytes: Uint8Array): string {
  const numbers: number[] = [];
  let number = 0;
  for (const octet of bytes) {
    number = number * 128 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first = 0, ...others] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...others].join('.');
}

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'RSASSA-PSS',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
};
