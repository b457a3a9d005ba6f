import { expect, test } from 'vitest';
import { publicLink } from './public-link';

test.each([
  ['no host', {}],
  ['an empty one', { host: '' }],
  ['a path in it', { host: 'mx.example/evil' }],
  ['a user in it', { host: 'mx.example@evil.example' }],
  ['a line end in it', { host: 'mx.example\r\nEvil: yes' }],
  ['markup in it', { host: 'mx.example>' }],
  ['no port', { host: 'mx.example:http' }],
  ['longer than a name', { host: 'a'.repeat(254) }],
])('%s: the path alone', (_, headers) => expect(publicLink('/check/x', headers, null)).toBe('/check/x'));

test.each([
  [{ host: '127.0.0.1:3000' }, 'http://127.0.0.1:3000/check/x'],
  [{ host: '[::1]:3000' }, 'http://[::1]:3000/check/x'],
  [{ host: 'mx.example', 'x-forwarded-proto': 'https' }, 'https://mx.example/check/x'],
  [
    { host: '127.0.0.1', 'x-forwarded-host': 'mx.example, inner', 'x-forwarded-proto': 'https,http' },
    'https://mx.example/check/x',
  ],
])('%j', (headers, link) => expect(publicLink('/check/x', headers, null)).toBe(link));

test('the address that the operator names counts', () =>
  expect(publicLink('/check/x', { host: '127.0.0.1' }, 'https://mx.example')).toBe(
    'https://mx.example/check/x',
  ));
