import type { Metadata } from 'next';
import { HandOverPage, type KeptMails } from '@/components/mail/hand-over-page';
import { handOverProblem } from '@/lib/server/http/hand-over-problem';
import { perform, permissions } from '@/lib/server/http/perform';
import { COUNTED_DAYS, countMails } from '@/lib/server/verbs/count-mails';
import { listMails } from '@/lib/server/verbs/list-mails';
import { dayChart } from '@/lib/show/day-chart';

export const metadata: Metadata = {
  title: 'Read a bounce',
  description:
    'Which recipient, which server, at which stage, which reply, who needs to act; then the live check.',
};

interface Props {
  searchParams: Promise<{ problem?: string | string[]; cursor?: string | string[] }>;
}

const LISTED = 20;

export default async function BouncePage({ searchParams }: Props) {
  const { problem, cursor } = await searchParams;
  const may = await permissions();
  return (
    <HandOverPage
      title="Read a bounce"
      about="Paste the message that came back, with its header if you have it. You get which server refused which recipient with which words, whose turn it is, and a live check beside it. Nothing in a message is ever fetched."
      action="/api/bounces"
      label="Bounce"
      problem={handOverProblem(problem)}
      kept={may('list') ? await keptMails(typeof cursor === 'string' ? cursor : undefined) : null}
      handsOver={may('hand-over-mails')}
      here="/bounce"
    />
  );
}

async function keptMails(cursor: string | undefined): Promise<KeptMails> {
  const now = new Date();
  const [page, counts] = await Promise.all([
    perform(listMails, { what: 'notices', limit: LISTED, ...(cursor !== undefined && { cursor }) }),
    perform(countMails, { kind: 'bounce', now }),
  ]);
  const counted = {
    what: 'Bounced recipients',
    days: `the last ${COUNTED_DAYS} days, by the date of the bounce`,
    chart: dayChart(counts, COUNTED_DAYS, now),
  };
  return { page, counted };
}
