import { expect, test } from 'vitest';
import { evidenceAnchor, evidenceWords } from './anchor';

test.each([
  ['', 'chain', 'the route'],
  ['dns:x', 'chain', 'query x'],
  ['smtp:2:5" onclick="', 'chain', 'session 2, line 5" onclick="'],
  ['route', 'chain', 'the route'],
  ['target', 'verdict', 'the target'],
  ['vantage', 'proof', 'who we are'],
  ['dns:12', 'dns-12', 'query 12'],
  ['smtp:2', 'smtp-2', 'session 2'],
  ['smtp:2:5', 'smtp-2-5', 'session 2, line 5'],
])('%j leads to #%s and reads %s', (reference, anchor, words) => {
  expect(evidenceAnchor(reference)).toBe(anchor);
  expect(evidenceWords(reference)).toBe(words);
});
