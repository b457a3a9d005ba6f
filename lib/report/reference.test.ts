import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dnsStep, parseReference, place, printReference, sessionLine } from './reference';

test.each([
  '',
  'dns',
  'dns:',
  'dns:x',
  'dns:1:2',
  'smtp:',
  'smtp:1:',
  'smtp:1:2:3',
  'dns:1 ',
  'routes',
  'smtp:2:5" onclick="',
])('%j is no reference', (text) => {
  expect(parseReference(text)).toBeNull();
});

const number = fc.integer({ min: 0, max: 999_999_999 });

test('what is printed is read back', () => {
  const references = fc.oneof(
    number.map(dnsStep),
    number.map((n) => sessionLine(n)),
    fc.tuple(number, number).map(([n, line]) => sessionLine(n, line)),
    fc.constantFrom('route', 'target', 'vantage', 'limits', 'status').map(place),
  );
  fc.assert(
    fc.property(references, (reference) => {
      expect(parseReference(printReference(reference))).toEqual(reference);
    }),
  );
});
