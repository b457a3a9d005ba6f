import { expect, test } from 'vitest';
import { type ClockView, trustClock } from './clock-trust';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const NOW = 1000 * DAY;

const STEADY: ClockView = {
  now: NOW,
  lastAt: NOW - HOUR,
  elapsedMs: HOUR,
  doubtedAt: NOW - 3 * DAY,
  newestAt: NOW - HOUR,
};

test.each<[string, Partial<ClockView>, ReturnType<typeof trustClock>]>([
  ['the newest row is of tomorrow', { newestAt: NOW + DAY }, 'new-doubt'],
  ['nobody has looked before', { lastAt: null, elapsedMs: null, doubtedAt: null }, 'new-doubt'],
  ['it went back by a day', { lastAt: NOW + DAY }, 'new-doubt'],
  ['it went back behind its doubt', { lastAt: NOW, doubtedAt: NOW + DAY }, 'new-doubt'],
  ['it jumped by ten years within an hour', { lastAt: NOW - 3650 * DAY }, 'new-doubt'],
  ['it jumped by ten years while nothing ran', { lastAt: NOW - 3650 * DAY, elapsedMs: null }, 'new-doubt'],
  ['the doubt is of yesterday evening', { doubtedAt: NOW - DAY + HOUR }, 'doubted'],
  ['a day has gone by since the doubt', { doubtedAt: NOW - DAY }, 'trusted'],
  ['the machine slept, and its clock went on', { lastAt: NOW - 2 * DAY, elapsedMs: 2 * DAY }, 'trusted'],
  ['it was started again an hour later', { elapsedMs: null }, 'trusted'],
  ['there is nothing yet', { newestAt: null }, 'trusted'],
])('%s', (_, view, trust) => {
  expect(trustClock({ ...STEADY, ...view })).toBe(trust);
});
