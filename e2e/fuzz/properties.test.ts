import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMessage } from '@/lib/dns/wire';
import { properties } from './properties';

test.each(Object.entries(properties))('%s', async (_name, property) => {
  await fc.assert(property, { numRuns: 400 });
});

test('a promise that is broken is found', () => {
  const never = fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
    if (!decodeMessage(bytes).ok) throw new Error('no message');
  });
  expect(fc.check(never).failed).toBe(true);
});
