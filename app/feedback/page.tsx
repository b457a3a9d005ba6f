import type { Metadata } from 'next';
import { HandOverPage, type KeptMails } from '@/components/mail/hand-over-page';
import { handOverProblem } from '@/lib/server/http/hand-over-problem';
import { perform, permissions } from '@/lib/server/http/perform';
import { COUNTED_DAYS, countMails } from '@/lib/server/verbs/count-mails';
import { listMails } from '@/lib/server/verbs/list-mails';
import { dayChart } from '@/lib/show/day-chart';

export const metadata: Metadata = {
  title: 'Read a complaint',
  description: 'What was reported as spam, from which of your addresses, on what evidence, and what to do.',
};

interface Props {
  searchParams: Promise<{ problem?: string | string[]; cursor?: string | string[] }>;
}

const LISTED = 20;

export default async function FeedbackPage({ searchParams }: Props) {
  const { problem, cursor } = await searchParams;
  const may = await permissions();
  return (
    <HandOverPage
      title="Read a complaint"
      about="Paste a feedback report (ARF, RFC 5965) or an older complaint. You get what was reported, from which of your addresses, and whether it is a user’s error, a list to leave, or an account to look at."
      action="/api/feedback"
      label="Complaint"
      problem={handOverProblem(problem)}
      kept={may('list') ? await keptMails(typeof cursor === 'string' ? cursor : undefined) : null}
      handsOver={may('hand-over-mails')}
      here="/feedback"
    />
  );
}

async function keptMails(cursor: string | undefined): Promise<KeptMails> {
  const now = new Date();
  const [page, counts] = await Promise.all([
    perform(listMails, { what: 'complaints', limit: LISTED, ...(cursor !== undefined && { cursor }) }),
    perform(countMails, { kind: 'feedback', now }),
  ]);
  const counted = {
    what: 'Complaints',
    days: `the last ${COUNTED_DAYS} days, by the date of the complaint`,
    chart: dayChart(counts, COUNTED_DAYS, now),
  };
  return { page, counted };
}
