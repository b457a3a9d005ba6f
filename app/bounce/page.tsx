import type { Metadata } from 'next';
import { keptMails } from '@/app/kept-mails';
import { HandOverPage } from '@/components/mail/hand-over-page';
import { handOverProblem } from '@/lib/server/http/hand-over-problem';
import { permissions } from '@/lib/server/http/perform';

export const metadata: Metadata = {
  title: 'Read a bounce',
  description:
    'Which recipient, which server, at which stage, which reply, who needs to act; then the live check.',
};

interface Props {
  searchParams: Promise<{ problem?: string | string[]; cursor?: string | string[] }>;
}

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
      kept={await keptMails('notices', cursor)}
      handsOver={may('hand-over-mails')}
      here="/bounce"
    />
  );
}
