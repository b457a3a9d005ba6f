import { expect, test } from 'vitest';
import { reverseName } from './reverse';

test.each([
  ['192.0.2.25', '25.2.0.192.in-addr.arpa'],
  ['2001:db8::25', '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa'],
  ['::1', `1.${'0.'.repeat(31)}ip6.arpa`],
])('%s', (address, name) => expect(reverseName(address)).toBe(name));

test('what is no address is our mistake', () => {
  expect(() => reverseName('example.org')).toThrow();
});
