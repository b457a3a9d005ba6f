import { verb } from './verb';

/** Days that are counted for the chart. */
export const COUNTED_DAYS = 30;

interface CountQuery {
  kind: 'feedback' | 'bounce';
  now: Date;
}

/** Complaints, or recipients of bounces, of the last days. */
export const countMails = verb('list', (_, { kind, now }: CountQuery, { store }) =>
  store.countMails(kind, new Date(now.getTime() - COUNTED_DAYS * 24 * 3600 * 1000)),
);
