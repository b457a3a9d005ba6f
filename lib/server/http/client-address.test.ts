import { expect, test } from 'vitest';
import { clientAddress } from './client-address';

test.each([
  [{ 'x-forwarded-for': '203.0.113.9, 192.0.2.7' }, '192.0.2.7'],
  [{ 'x-forwarded-for': '192.0.2.7' }, '192.0.2.7'],
  [{ 'x-forwarded-for': ', ' }, 'unknown'],
  [{}, 'unknown'],
])('who asks: %j', (headers, address) => expect(clientAddress(new Headers(headers))).toBe(address));
