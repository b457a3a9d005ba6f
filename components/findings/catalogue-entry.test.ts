import { expect, test } from 'vitest';
import { catalogueEntry, hasWords } from './catalogue-entry';

const entry = catalogueEntry('smtp.mailbox-unknown', {}) ?? expect.unreachable();

test.each([
  ['', true],
  ['  ', true],
  ['MAILBOX exist', true],
  ['smtp.mailbox', true],
  ['mailbox no-such-word', false],
  ['.*', false],
  ['\0', false],
])('words %j: %j', (words, has) => expect(hasWords(entry, words)).toBe(has));
