import type { Metadata } from 'next';
import { keptMails } from '@/app/kept-mails';
import { HandOverPage } from '@/components/mail/hand-over-page';
import { handOverProblem } from '@/lib/server/http/hand-over-problem';
import { permissions } from '@/lib/server/http/perform';

export const metadata: Metadata = {
  title: 'Read a complaint',
  description: 'What was reported as spam, from which of your addresses, on what evidence, and what to do.',
};

interface Props {
  searchParams: Promise<{ problem?: string | string[]; cursor?: string | string[] }>;
}

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
      kept={await keptMails('complaints', cursor)}
      handsOver={may('hand-over-mails')}
      here="/feedback"
    />
  );
}
