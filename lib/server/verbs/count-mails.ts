import { query } from './verb';

/** Days that are counted for the chart; the last one is today (UTC). */
export const COUNTED_DAYS = 30;

/** Sources, campaigns and domains that are counted, the most frequent. */
const MOST = 50;

const DAY_MS = 24 * 3600 * 1000;

interface CountQuery {
  kind: 'feedback' | 'bounce';
}

/** Complaints, or recipients of bounces, of the last days, and the day that is today. */
export const countMails = query('list', async (_, { kind }: CountQuery, { store }) => {
  const today = dayOf(0);
  const counts = await store.countMails({ kind, from: dayOf(COUNTED_DAYS - 1), to: today, most: MOST });
  return { counts, today };
});

/** UTC, YYYY-MM-DD. */
function dayOf(daysAgo: number): string {
  return new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
}
