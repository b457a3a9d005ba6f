import { expect, test } from 'vitest';
import { createHostCheck } from './known-host';

const isKnown = createHostCheck(['MX.example']);

test.each([
  undefined,
  '',
  'evil.example',
  'mx.example.evil.example',
  'evil.example:3000',
  'mx.example:',
  'mx.example:http',
  'mx.example@evil.example',
  '127.0.0.1.evil.example',
  '2130706433',
  '[::1',
  'localhost.',
])('%j is refused', (host) => expect(isKnown(host)).toBe(false));

test.each(['mx.example', 'mx.EXAMPLE:8443', 'localhost:3000', '127.0.0.1', '192.0.2.7:3000', '[::1]:3000'])(
  '%s is known',
  (host) => expect(isKnown(host)).toBe(true),
);
