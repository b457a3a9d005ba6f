import type { Metadata } from 'next';
import Link from 'next/link';
import { HandOverForm } from '@/components/report-mail/hand-over-form';
import { ReportChart } from '@/components/report-mail/report-chart';
import { ReportMailRow } from '@/components/report-mail/report-mail-row';
import { Section } from '@/components/ui/section';
import { handOverProblem } from '@/lib/server/hand-over';
import { COUNTED_DAYS, countReportMails, listReportMails } from '@/lib/server/report-mails';
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
  const [{ items, next }, counts] = await Promise.all([
    listReportMails('complaints', { limit: LISTED, ...(typeof cursor === 'string' ? { cursor } : {}) }),
    countReportMails('feedback', now),
  ]);
  const chart = dayChart(counts, COUNTED_DAYS, now);
  return (
    <>
      <header className="pt-6">
        <h1 className="text-[23px] leading-tight font-semibold tracking-[-0.015em] md:text-[28px]">
          Read a complaint
        </h1>
        <p className="text-soft mt-2 max-w-[68ch]">
          Paste a feedback report (ARF, RFC 5965) or an older complaint. You get what was reported, from which
          of your addresses, and whether it is a user’s error, a list to leave, or an account to look at.
        </p>
      </header>
      <HandOverForm action="/api/feedback" label="Complaint" problem={handOverProblem(problem)} />
      {chart.most > 0 && (
        <Section
          id="days"
          title="Complaints a day"
          about={`the last ${COUNTED_DAYS} days, by the date of the report`}
        >
          <ReportChart chart={chart} what="Complaints" />
        </Section>
      )}
      {items.length > 0 && (
        <Section id="kept" title="Kept" about="newest first">
          <ol className="panel">
            {items.map((mail) => (
              <ReportMailRow key={mail.id} mail={mail} />
            ))}
          </ol>
          {next !== null && (
            <Link className="btn mt-4" href={`/feedback?cursor=${encodeURIComponent(next)}`} prefetch={false}>
              Older
            </Link>
          )}
        </Section>
      )}
    </>
  );
}
