import { expect, test } from 'vitest';
import type { OwnFailure } from '@/lib/watch/own-failure';
import { ownFailureWords } from './own-failure-words';

test.each<[OwnFailure['unseen'], string]>([
  [['verdict', 'servers', 'dns', 'tls'], 'example.org'],
  [['verdict', 'tls'], 'the mail servers of example.org'],
  [['dns', 'tls'], 'certificates and DNS problems of example.org'],
  [['dns'], 'DNS problems of example.org'],
])('what a try could not see, and no more: %j', (unseen, about) => {
  expect(ownFailureWords({ title: 'The clock is wrong', unseen }, 'example.org')).toBe(
    `The clock is wrong. So the last try says nothing about ${about}.`,
  );
});
