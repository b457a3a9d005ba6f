import { expect, test } from 'vitest';
import { shortHash } from './short-hash';

// Vectors of draft-eastlake-fnv.
test.each([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['foobar', 'bf9cf968'],
])('%j', (text, hash) => expect(shortHash(text)).toBe(hash));
