import { expect, test } from 'vitest';
import { showOctets } from './octets';

test.each([
  [0, '0.0 kB'],
  [1, '0.0 kB'],
  [999, '1.0 kB'],
  [1_000, '1.0 kB'],
  [9_940, '9.9 kB'],
  [10_400, '10 kB'],
  [999_499, '999 kB'],
  [1_000_000, '1.0 MB'],
  [52_300_000, '52 MB'],
  [7_200_000_000, '7.2 GB'],
  [3e15, '3000 TB'],
])('%d octets are %j', (octets, text) => expect(showOctets(octets)).toBe(text));
