import { describe, expect, test } from 'vitest';
import { endOfQuiet, QuietHours } from './quiet';

const at = (text: string) => new Date(`${text}Z`);
const hours = (from: string, to: string, timeZone = 'UTC') =>
  QuietHours.parse({ from: minute(from), to: minute(to), timeZone });
const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('no quiet hours', () => {
  test.each([
    ['a zone that there is not', { from: 0, to: 60, timeZone: 'Mars/Olympus' }],
    ['an end at the beginning', { from: 60, to: 60, timeZone: 'UTC' }],
    ['more than a day', { from: 0, to: 1440, timeZone: 'UTC' }],
    ['before midnight', { from: -1, to: 60, timeZone: 'UTC' }],
  ])('%s', (_, quiet) => {
    expect(QuietHours.safeParse(quiet).success).toBe(false);
  });
});

test.each([
  ['before they begin', '2026-11-29T21:59:00', hours('22:00', '07:00'), '2026-11-29T21:59:00'],
  ['when they begin', '2026-11-29T22:00:00', hours('22:00', '07:00'), '2026-11-30T07:00:00'],
  ['after midnight', '2026-11-30T02:30:00', hours('22:00', '07:00'), '2026-11-30T07:00:00'],
  ['when they end', '2026-11-30T07:00:00', hours('22:00', '07:00'), '2026-11-30T07:00:00'],
  ['within a day', '2026-11-29T12:30:00', hours('12:00', '14:00'), '2026-11-29T14:00:00'],
  ['outside of those within a day', '2026-11-29T15:00:00', hours('12:00', '14:00'), '2026-11-29T15:00:00'],
  [
    'in a zone of its own',
    '2026-07-01T20:30:00',
    hours('22:00', '07:00', 'Europe/Berlin'),
    '2026-07-02T05:00:00',
  ],
  [
    'over the night in which clocks go forward',
    '2026-03-28T23:00:00',
    hours('22:00', '07:00', 'Europe/Berlin'),
    '2026-03-29T05:00:00',
  ],
  [
    'over the night in which clocks go back',
    '2026-10-24T21:00:00',
    hours('22:00', '07:00', 'Europe/Berlin'),
    '2026-10-25T06:00:00',
  ],
  [
    'in a zone with half an hour',
    '2026-11-29T17:00:00',
    hours('22:00', '07:00', 'Asia/Kolkata'),
    '2026-11-30T01:30:00',
  ],
])('%s', (_, now, quiet, expected) => {
  expect(endOfQuiet(at(now), quiet)).toEqual(at(expected));
});
