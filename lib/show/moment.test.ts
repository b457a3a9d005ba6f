import { expect, test } from 'vitest';
import { showAgo, showMoment, showUtc } from './moment';

test.each([
  ['never', 'never'],
  ['2026-11-23T08:14:07.208Z', '2026-11-23 08:14:07.208'],
])('%s in UTC reads %s', (iso, words) => expect(showUtc(iso)).toBe(words));

test.each([
  ['never', 'UTC', 'never'],
  ['2026-11-23T08:14:07.208Z', 'UTC', '23 Nov 2026, 08:14:07'],
  ['2026-11-23T23:59:00.000Z', 'Europe/Berlin', '24 Nov 2026, 00:59:00'],
])('%s in %s reads %s', (iso, zone, words) => expect(showMoment(iso, zone)).toBe(words));

const NOW = Date.parse('2026-11-30T12:00:00Z');

test.each([
  ['never', 'never'],
  ['2026-11-30T12:00:01Z', showMoment('2026-11-30T12:00:01Z')],
  ['2026-11-16T12:00:00Z', showMoment('2026-11-16T12:00:00Z')],
  ['2026-11-16T12:00:01Z', '13 days ago'],
  ['2026-11-29T12:00:00Z', '1 day ago'],
  ['2026-11-29T12:00:01Z', '23 h ago'],
  ['2026-11-30T11:00:00Z', '1 h ago'],
  ['2026-11-30T11:00:01Z', '59 min ago'],
  ['2026-11-30T11:59:00Z', '1 min ago'],
  ['2026-11-30T11:59:01Z', 'just now'],
  ['2026-11-30T12:00:00Z', 'just now'],
])('%s was %s', (iso, words) => expect(showAgo(iso, NOW)).toBe(words));
