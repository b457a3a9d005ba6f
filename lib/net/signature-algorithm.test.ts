import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signatureAlgorithm } from './signature-algorithm';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

test.each([
  ['', null],
  ['30', null],
  ['30 80', null],
  ['30 85 ff ff ff ff ff', null],
  ['30 84 ff ff ff ff', null],
  ['30 02 30 00', null],
  ['30 04 30 00 30 00', null],
  ['30 05 30 00 30 01 06', null],
  ['31 07 30 00 30 03 06 01 2a', null],
  ['30 07 30 00 30 03 06 01 2a', '1.2'],
  ['30 08 30 00 30 04 06 02 88 37', '2.999'],
  ['30 09 30 00 30 05 06 03 2b 65 70', 'Ed25519'],
  ['30 0f 30 00 30 0b 06 09 2a 86 48 86 f7 0d 01 01 05', 'sha1WithRSAEncryption'],
  ['30 81 0e 30 00 30 0a 06 08 2a 86 48 ce 3d 04 03 02', 'ecdsa-with-SHA256'],
  ['30 0f 30 01 ff 30 0a 06 08 2a 86 48 ce 3d 04 03 02', 'ecdsa-with-SHA256'],
])('RFC 5280 §4.1: %s is signed with %s', (bytes, expected) => {
  expect(signatureAlgorithm(hex(bytes))).toBe(expected);
});

test('any bytes are an algorithm, an OID or nothing', () => {
  const likely = fc.constantFrom(0x30, 0x06, 0x80, 0x81, 0x84, 0, 2, 4, 0xff);
  fc.assert(
    fc.property(fc.array(fc.oneof(likely, fc.nat(255)), { maxLength: 60 }), (octets) => {
      const found = signatureAlgorithm(Uint8Array.from(octets));
      expect(found === null || /^[\w-]+(\.[\de+]+)*$/.test(found)).toBe(true);
    }),
  );
});
