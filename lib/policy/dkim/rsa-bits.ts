/**
 * How many bits the modulus of an RSA key has: of SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), or of the bare RSAPublicKey that some
 * records hold (RFC 8017 A.1.1). Null when the octets are neither. Only what is needed to count is read.
 */
export function rsaBits(der: Uint8Array): number | null {
  const outer = element(der, 0, SEQUENCE);
  if (outer === null || outer.end !== der.length) return null;
  const algorithm = element(der, outer.start, SEQUENCE);
  if (algorithm === null) return modulusBits(der, outer.start);
  const string = element(der, algorithm.end, BIT_STRING);
  // The first octet of a bit string tells how many bits at its end do not count: here none.
  if (string === null || der[string.start] !== 0) return null;
  const key = element(der, string.start + 1, SEQUENCE);
  return key === null ? null : modulusBits(der, key.start);
}

const SEQUENCE = 0x30;
const BIT_STRING = 0x03;
const INTEGER = 0x02;

function modulusBits(der: Uint8Array, at: number): number | null {
  const modulus = element(der, at, INTEGER);
  if (modulus === null || element(der, modulus.end, INTEGER) === null) return null;
  let { start } = modulus;
  while (start < modulus.end && der[start] === 0) start++;
  const first = der[start];
  if (first === undefined || start === modulus.end) return null;
  return 8 * (modulus.end - start - 1) + (32 - Math.clz32(first));
}

/** Where the content of an element of this type begins and ends; null when there is none here (ITU-T X.690 §8.1). */
function element(der: Uint8Array, at: number, type: number): { start: number; end: number } | null {
  const length = der[at + 1];
  if (der[at] !== type || length === undefined) return null;
  const octets = length < 0x80 ? 0 : length - 0x80;
  if (octets > 3) return null;
  const start = at + 2 + octets;
  const size = octets === 0 ? length : der.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return start + size <= der.length ? { start, end: start + size } : null;
}
