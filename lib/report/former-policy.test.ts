import { expect, test } from 'vitest';
import type { Outline, OutlinedPolicies } from './outline';
import { formerPolicy } from './former-policy';

const NOW = Date.parse('2026-11-30T00:00:00.000Z');
const HOUR_AGO = '2026-11-29T23:00:00.000Z';
const DAY_AGO = '2026-11-29T00:00:00.000Z';

const seen = (at: string, policies: OutlinedPolicies | null): { at: string; outline: Outline } => ({
  at,
  outline: { exchanges: null, zone: null, sessions: [], policies },
});
const enforced = (at: string, maxAgeSeconds: number) =>
  seen(at, { mtaSts: { state: 'enforce', mx: ['mx.example'], maxAgeSeconds } });
const UNKNOWN = { at: HOUR_AGO, outline: null };

test.each([
  ['no check', []],
  ['nothing known of one', [UNKNOWN]],
  ['none looked at', [seen(HOUR_AGO, null)]],
  ['none published', [seen(HOUR_AGO, {})]],
  ['only tested', [seen(HOUR_AGO, { mtaSts: { state: 'testing' } })]],
  ['it names more than is kept', [seen(HOUR_AGO, { mtaSts: { state: 'enforce' } })]],
  ['its age is over', [enforced(DAY_AGO, 86_400)]],
  [
    'taken back in due form after it',
    [seen(HOUR_AGO, { mtaSts: { state: 'none' } }), enforced(DAY_AGO, 604_800)],
  ],
])('nothing is kept: %s', (_, checks) => expect(formerPolicy(checks, NOW)).toBeNull());

test.each([
  ['the last check', [enforced(DAY_AGO, 604_800)]],
  [
    'one before others that had none',
    [UNKNOWN, seen(HOUR_AGO, {}), seen(HOUR_AGO, { mtaSts: { state: 'error' } }), enforced(DAY_AGO, 604_800)],
  ],
])('kept from %s', (_, checks) =>
  expect(formerPolicy(checks, NOW)).toEqual({ seenAt: DAY_AGO, mx: ['mx.example'], maxAgeSeconds: 604_800 }),
);
