import { expect, test } from 'vitest';
import { addressesIn } from './address';

test.each([
  ['nothing', []],
  ['@', []],
  ['@b.example', []],
  ['a@', []],
  ['@@@a@@', []],
  ['a@b.example', ['a@b.example']],
  ['<a@b.example>, c@d.example; a@b.example', ['a@b.example', 'c@d.example']],
  ['"a b"@c.example', ['"a b"@c.example']],
  ['"a@b"@c.example', ['"a@b"@c.example']],
  ['a@b.example+c@d.example', ['a@b.example', '+c@d.example']],
  ['a@b@c.example', ['a@b']],
  [`${'x'.repeat(70)}@b.example`, [`${'x'.repeat(64)}@b.example`]],
  ['user@[192.0.2.1]', ['user@[192.0.2.1]']],
  ['宛先user@b.exampleに', ['user@b.example']],
])('%j has %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});
