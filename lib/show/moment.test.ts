import { expect, test } from 'vitest';
import { showMoment, showUtc } from './moment';

test.each([
  ['never', 'never'],
  ['2026-11-23T08:14:07.208Z', '2026-11-23 08:14:07.208'],
])('%s in UTC reads %s', (iso, words) => expect(showUtc(iso)).toBe(words));

test.each([
  ['never', 'UTC', 'never'],
  ['2026-11-23T08:14:07.208Z', 'UTC', '23 Nov 2026, 08:14:07'],
  ['2026-11-23T23:59:00.000Z', 'Europe/Berlin', '24 Nov 2026, 00:59:00'],
])('%s in %s reads %s', (iso, zone, words) => expect(showMoment(iso, zone)).toBe(words));
