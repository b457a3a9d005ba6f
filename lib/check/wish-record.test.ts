import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksForNoContact } from './wish-record';

test.each([
  ['', false],
  ['no', false],
  ['""', false],
  ['"', false],
  ['"no', false],
  ['"no\\', false],
  ['"nope"', false],
  ['"no mail today"', false],
  ['"yes"', false],
  ['"v=spf1 -all"', false],
  ['"v=mxproof1"', false],
  ['"contact=no"', false],
  ['"contact=no; v=mxproof1"', false],
  ['"v=mxproof2; contact=no"', false],
  ['"v=mxproof1; contact=yes"', false],
  ['"v=mxproof1; contact=now"', false],
  ['"v=mxproof1 contact=no"', false],
  ['"v=mxproof1; =no; contact"', false],
  ['"v=mxproof1; contact\\000=no"', false],
  ['"no"', true],
  ['" NO "', true],
  ['"n" "o"', true],
  ['"\\110\\111"', true],
  ['"v=mxproof1; contact=no"', true],
  ['"v=mxproof1;contact=no;"', true],
  ['" V = mxproof1 ; reason=\\"ask us\\"; Contact = No"', true],
  ['"v=mxproof1; con" "tact=no"', true],
])('%s: %s', (data, asks) => expect(asksForNoContact(data)).toBe(asks));

test('any data is read', () => {
  fc.assert(fc.property(fc.string(), (data) => typeof asksForNoContact(data) === 'boolean'));
});
