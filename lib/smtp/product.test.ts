import { expect, test } from 'vitest';
import { productOf } from './product';

test.each([
  [null, null],
  ['', null],
  ['mx1.example.org', null],
  ['mx1.example.org ESMTP', null],
  ['postfix.example.org ESMTP', null],
  ['mx1.example.org ESMTP Postfix (Debian/GNU)', 'Postfix'],
  ['mx1.example.org ESMTP Exim 4.96 Mon, 23 Nov 2026 08:14:07 +0000', 'Exim'],
  ['mx1.example.org Microsoft ESMTP MAIL Service ready', 'Exchange'],
])('%j: %s', (banner, product) => {
  expect(productOf({ banner, exchange: 'mx1.example.org' })).toBe(product);
});
