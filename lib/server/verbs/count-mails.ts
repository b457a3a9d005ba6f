import { verb } from './verb';

/** Days that are counted for the chart; the last one is today (UTC). */
export const COUNTED_DAYS = 30;

/** Sources, campaigns and domains that are counted, the most frequent. */
const MOST = 50;

const DAY_MS = 24 * 3600 * 1000;

interface CountQuery {
  kind: 'feedback' | 'bounce';
  now: Date;
}

/** Complaints, or recipients of bounces, of the last days. */
export const countMails = verb('list', (_, { kind, now }: CountQuery, { store }) =>
  store.countMails({ kind, from: dayOf(now, COUNTED_DAYS - 1), to: dayOf(now, 0), most: MOST }),
);

function dayOf(now: Date, daysAgo: number): string {
  return new Date(now.getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10);
}
