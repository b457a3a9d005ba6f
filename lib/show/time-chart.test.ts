import { expect, test } from 'vitest';
import type { Outline, OutlinedSession } from '@/lib/report/outline';
import { timeCharts } from './time-chart';

const SESSION: OutlinedSession = {
  exchange: 'mx1',
  address: '192.0.2.1',
  came: '250',
  tls: null,
  certificate: null,
  connectMs: 10,
  greetingMs: 20,
  totalMs: 100,
};

const seen = (at: string, ...sessions: Partial<OutlinedSession>[]): { at: string; outline: Outline } => ({
  at,
  outline: {
    exchanges: null,
    zone: null,
    sessions: sessions.map((about) => ({ ...SESSION, ...about })),
    policies: null,
  },
});

test.each([
  ['no check', []],
  ['one check', [seen('2026-01-02', {})]],
  ['checks without sessions', [seen('2026-01-02'), seen('2026-01-01')]],
  ['checks at the same moment', [seen('2026-01-01', {}), seen('2026-01-01', {})]],
  [
    'nothing measured',
    ['2026-01-02', '2026-01-01'].map((at) => seen(at, { connectMs: null, greetingMs: null, totalMs: null })),
  ],
  [
    'nothing took any time',
    ['2026-01-02', '2026-01-01'].map((at) => seen(at, { connectMs: 0, greetingMs: 0, totalMs: 0 })),
  ],
  [
    'a server that the newest check has not seen',
    [seen('2026-01-02', { exchange: 'mx2' }), seen('2026-01-01', {})],
  ],
])('no chart: %s', (_, checks) => expect(timeCharts(checks)).toEqual([]));

test('the oldest on the left, the longest on top; of several addresses the slowest', () => {
  expect(
    timeCharts([
      seen('2026-01-03', { totalMs: 50 }, { totalMs: 200, address: '192.0.2.2' }),
      seen('2026-01-02', { connectMs: null }),
      seen('2026-01-01', {}),
    ]),
  ).toEqual([
    {
      exchange: 'mx1',
      most: 200,
      lines: [
        {
          measure: 'connectMs',
          points: [
            { x: 0, y: 95 },
            { x: 100, y: 95 },
          ],
          last: 10,
          most: 10,
        },
        {
          measure: 'greetingMs',
          points: [
            { x: 0, y: 90 },
            { x: 50, y: 90 },
            { x: 100, y: 90 },
          ],
          last: 20,
          most: 20,
        },
        {
          measure: 'totalMs',
          points: [
            { x: 0, y: 50 },
            { x: 50, y: 50 },
            { x: 100, y: 0 },
          ],
          last: 200,
          most: 200,
        },
      ],
    },
  ]);
});
