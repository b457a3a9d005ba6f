import type { SubjectCounts, Tally } from '@/lib/complaint/mail-summary';

/** One day of a chart, with its parts from the bottom up. In hundredths of the chart. */
interface DayBar {
  day: string;
  total: number;
  left: number;
  width: number;
  parts: { category: string; count: number; top: number; height: number }[];
}

export interface DayChart {
  bars: DayBar[];
  /** The largest day. */
  most: number;
  /** Totals, largest first. */
  categories: Tally[];
  /** Who or what they have in common; only what at least one of them names. */
  common: { title: string; tallies: Tally[] }[];
}

/** Room between two days, as a share of one. */
const GAP = 0.25;

const DAY_MS = 24 * 3600 * 1000;

/** Counts of the last days, the last of which is today (YYYY-MM-DD, UTC): a bar for each day, also for those without any. */
export function dayChart(
  { days: counts, sources, campaigns, domains }: SubjectCounts,
  days: number,
  today: string,
): DayChart {
  const names = Array.from({ length: days }, (_, n) =>
    new Date(Date.parse(today) - (days - 1 - n) * DAY_MS).toISOString().slice(0, 10),
  );
  const shown = counts.filter(({ day }) => names.includes(day));
  const categories = tally(shown, ({ category }) => category);
  const perDay = tally(shown, ({ day }) => day);
  const most = perDay[0]?.count ?? 0;
  const bars = names.map((day, n) => {
    let under = 0;
    const parts = categories.flatMap(({ name }) => {
      const count = sum(shown.filter((one) => one.day === day && one.category === name));
      if (count === 0) return [];
      const height = (count / most) * 100;
      under += height;
      return [{ category: name, count, top: 100 - under, height }];
    });
    const step = 100 / days;
    return { day, total: sum(parts), left: (n + GAP / 2) * step, width: step * (1 - GAP), parts };
  });
  const common = [
    { title: 'Sent from', tallies: sources },
    { title: 'Campaign', tallies: campaigns },
    { title: 'Domain', tallies: domains },
  ];
  return { bars, most, categories, common: common.filter(({ tallies }) => tallies.length > 0) };
}

function tally<C extends { count: number }>(counts: readonly C[], by: (count: C) => string): Tally[] {
  const totals = new Map<string, number>();
  for (const one of counts) totals.set(by(one), (totals.get(by(one)) ?? 0) + one.count);
  return [...totals].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

function sum(parts: readonly { count: number }[]): number {
  return parts.reduce((total, { count }) => total + count, 0);
}
