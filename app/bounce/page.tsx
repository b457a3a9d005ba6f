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
  title: 'Read a bounce',
  description:
    'Which recipient, which server, at which stage, which reply, whose turn it is; then the live check.',
};

interface Props {
  searchParams: Promise<{
    problem?: string | string[];
    pasted?: string | string[];
    cursor?: string | string[];
  }>;
}

const LISTED = 20;

export default async function BouncePage({ searchParams }: Props) {
  const { problem, cursor } = await searchParams;
  const now = new Date();
  const [{ items, next }, counts] = await Promise.all([
    listReportMails('notices', { limit: LISTED, ...(typeof cursor === 'string' ? { cursor } : {}) }),
    countReportMails('bounce', now),
  ]);
  const chart = dayChart(counts, COUNTED_DAYS, now);
  return (
    <>
      <header className="pt-6">
        <h1 className="text-[23px] leading-tight font-semibold tracking-[-0.015em] md:text-[28px]">
          Read a bounce
        </h1>
        <p className="text-soft mt-2 max-w-[68ch]">
          Paste the message that came back, with its header if you have it. You get which server refused which
          recipient with which words, whose turn it is, and a live check beside it. Nothing in a message is
          ever fetched.
        </p>
      </header>
      <HandOverForm action="/api/bounces" label="Bounce" problem={handOverProblem(problem)} />
      {chart.most > 0 && (
        <Section
          id="days"
          title="Bounced recipients a day"
          about={`the last ${COUNTED_DAYS} days, by the date of the bounce`}
        >
          <ReportChart chart={chart} what="Bounced recipients" />
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
            <Link className="btn mt-4" href={`/bounce?cursor=${encodeURIComponent(next)}`} prefetch={false}>
              Older
            </Link>
          )}
        </Section>
      )}
    </>
  );
}
