import type { KeptMails } from '@/components/mail/hand-over-page';
import { perform, permissions } from '@/lib/server/http/perform';
import { COUNTED_DAYS, countMails } from '@/lib/server/verbs/count-mails';
import { listMails } from '@/lib/server/verbs/list-mails';
import { dayChart } from '@/lib/show/day-chart';

/** The mails that a page lists, and what it counts of them. */
const KINDS = {
  notices: { kind: 'bounce', counted: 'Bounced recipients', dated: 'by the date of the bounce' },
  complaints: { kind: 'feedback', counted: 'Complaints', dated: 'by the date of the complaint' },
} as const;

const LISTED = 20;

/** A page of kept mails and their number by day; null when they are not for whoever has asked. */
export async function keptMails(
  what: keyof typeof KINDS,
  cursor: string | string[] | undefined,
): Promise<KeptMails | null> {
  const may = await permissions();
  if (!may('list')) return null;
  const { kind, counted, dated } = KINDS[what];
  const [page, { counts, today }] = await Promise.all([
    perform(listMails, { what, limit: LISTED, ...(typeof cursor === 'string' && { cursor }) }),
    perform(countMails, { kind }),
  ]);
  const chart = dayChart(counts, COUNTED_DAYS, today);
  return { page, counted: { what: counted, days: `the last ${COUNTED_DAYS} days, ${dated}`, chart } };
}
