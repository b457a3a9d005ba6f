import type { Metadata } from 'next';
import { HandOverPage } from '@/components/mail/hand-over-page';
import { handOverProblem } from '@/lib/server/http/hand-over-problem';
import { perform } from '@/lib/server/http/perform';
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
  const now = new Date();
  const [kept, counts] = await Promise.all([
    perform(listMails, {
      what: 'complaints',
      limit: LISTED,
      ...(typeof cursor === 'string' ? { cursor } : {}),
    }),
    perform(countMails, { kind: 'feedback', now }),
  ]);
  return (
    <HandOverPage
      title="Read a complaint"
      about="Paste a feedback report (ARF, RFC 5965) or an older complaint. You get what was reported, from which of your addresses, and whether it is a user’s error, a list to leave, or an account to look at."
      action="/api/feedback"
      label="Complaint"
      problem={handOverProblem(problem)}
      counted={{
        what: 'Complaints',
        days: `the last ${COUNTED_DAYS} days, by the date of the complaint`,
        chart: dayChart(counts, COUNTED_DAYS, now),
      }}
      kept={kept}
      here="/feedback"
    />
  );
}
