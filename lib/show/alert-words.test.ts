import { expect, test } from 'vitest';
import type { Change } from '@/lib/watch/change';
import { alertWords } from './alert-words';
import { showEvery } from './every';

const SINCE = new Date('2026-11-29T10:00:00Z');
const verdict = (before: string, after: string, headline = 'The headline.') =>
  ({ facet: 'verdict', before, after, headline }) as Change;
const flaws = (facet: 'tls' | 'dns', appeared: string[], gone: string[] = []) =>
  ({ facet, appeared: appeared.map(flaw), gone: gone.map(flaw) }) as Change;
const flaw = (title: string) => ({ code: title, title });

test.each<[string, Change[], string, string[], boolean]>([
  [
    'a verdict',
    [verdict('accepted', 'temporary')],
    'a@b.example: deferred (was: accepted)',
    ['The headline.', 'Since 2026-11-29 10:00 UTC it was: accepted.'],
    false,
  ],
  [
    'a rejection for another reason',
    [verdict('permanent', 'permanent')],
    'a@b.example: rejected permanently for another reason',
    ['The headline.', 'Since 2026-11-29 10:00 UTC it was: rejected permanently.'],
    false,
  ],
  [
    'all is well again',
    [verdict('no-mail', 'accepted'), flaws('tls', [], ['Expired.'])],
    'a@b.example: accepted again (was: takes no mail); TLS problem solved',
    ['The headline.', 'Since 2026-11-29 10:00 UTC it was: takes no mail.', 'Solved: Expired.'],
    true,
  ],
  [
    'mail servers',
    [{ facet: 'mail-servers', before: ['mx1.b.example', 'mx2.b.example'], after: [] }],
    'a@b.example: other mail servers',
    ['Mail servers: none.', 'Before: mx1.b.example, mx2.b.example.'],
    false,
  ],
  [
    'some flaws come, others go',
    [flaws('dns', ['One.', 'Two.'], ['Three.'])],
    'a@b.example: 2 DNS problems',
    ['New: One.', 'New: Two.', 'Solved: Three.'],
    false,
  ],
])('%s', (_, changes, title, lines, isRecovery) => {
  expect(alertWords({ target: 'a@b.example', changes, since: SINCE })).toEqual({ title, lines, isRecovery });
});

test('without the time since when nothing is said of it', () => {
  const { lines } = alertWords({
    target: 'b.example',
    changes: [verdict('accepted', 'depends')],
    since: null,
  });
  expect(lines).toEqual(['The headline.']);
});

test.each([
  [1, 'every minute'],
  [30, 'every 30 minutes'],
  [60, 'every hour'],
  [90, 'every 90 minutes'],
  [1440, 'every day'],
  [4320, 'every 3 days'],
])('%i minutes: %s', (minutes, words) => {
  expect(showEvery(minutes)).toBe(words);
});
