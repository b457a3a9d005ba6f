import { describe, expect, test } from 'vitest';
import { dayChart } from './day-chart';

const TODAY = '2026-11-24';

const NONE = { days: [], sources: [], campaigns: [], domains: [] };

function count(day: string, category: string, n: number) {
  return { day, category, count: n };
}

describe('complaints by day', () => {
  test('nothing: empty days', () => {
    const { bars, most, categories, common } = dayChart(NONE, 3, TODAY);
    expect(bars.map(({ day, total }) => [day, total])).toEqual([
      ['2026-11-22', 0],
      ['2026-11-23', 0],
      ['2026-11-24', 0],
    ]);
    expect({ most, categories, common }).toEqual({ most: 0, categories: [], common: [] });
  });

  test('what is older than the chart, or in the future, is left out', () => {
    const days = [count('2026-10-01', 'list', 9), count('2026-11-25', 'list', 9)];
    const { most, common } = dayChart({ ...NONE, days }, 3, TODAY);
    expect({ most, common }).toEqual({ most: 0, common: [] });
  });

  test('parts are stacked, the most frequent lowest, and never leave the chart', () => {
    const { bars, most, categories, common } = dayChart(
      {
        ...NONE,
        days: [
          count('2026-11-23', 'spam', 1),
          count('2026-11-23', 'list', 3),
          count('2026-11-24', 'list', 2),
        ],
        sources: [
          { name: '192.0.2.2', count: 5 },
          { name: '192.0.2.1', count: 1 },
        ],
      },
      3,
      TODAY,
    );
    expect(most).toBe(4);
    expect(categories).toEqual([
      { name: 'list', count: 5 },
      { name: 'spam', count: 1 },
    ]);
    expect(common).toEqual([
      {
        title: 'Sent from',
        tallies: [
          { name: '192.0.2.2', count: 5 },
          { name: '192.0.2.1', count: 1 },
        ],
      },
    ]);
    expect(bars[1]?.parts).toEqual([
      { category: 'list', count: 3, top: 25, height: 75 },
      { category: 'spam', count: 1, top: 0, height: 25 },
    ]);
    for (const { left, width, parts } of bars) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(100);
      for (const { top } of parts) expect(top).toBeGreaterThanOrEqual(0);
    }
  });
});
