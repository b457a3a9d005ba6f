import { expect, test } from 'vitest';
import { dnsStep, place, sessionLine } from '@/lib/report/reference';
import { evidenceAnchor, evidenceWords } from './anchor';

test.each([
  [place('route'), 'chain', 'the route'],
  [place('target'), 'verdict', 'the target'],
  [place('vantage'), 'proof', 'who we are'],
  [place('limits'), 'proof', 'the limits'],
  [dnsStep(12), 'dns-12', 'query 12'],
  [sessionLine(2), 'smtp-2', 'session 2'],
  [sessionLine(2, 5), 'smtp-2-5', 'session 2, line 5'],
])('%j leads to #%s and reads %s', (reference, anchor, words) => {
  expect(evidenceAnchor(reference)).toBe(anchor);
  expect(evidenceWords(reference)).toBe(words);
});
