import type { Metadata } from 'next';
import { MessageForm } from '@/components/message/message-form';
import { MessageReport } from '@/components/message/message-report';
import { PageHead } from '@/components/ui/page-head';
import { PanelNote } from '@/components/ui/panel';
import { messageProblem } from '@/lib/server/http/message-problem';
import { perform, permissions } from '@/lib/server/http/perform';
import { findMessage } from '@/lib/server/verbs/read-message';

export const metadata: Metadata = {
  title: 'Verify a message',
  description: 'SPF, DKIM, DMARC and ARC of a message, its way with the delays, and what bulk senders owe.',
  robots: { index: false, follow: false },
};

interface Props {
  searchParams: Promise<{
    result?: string | string[];
    way?: string | string[];
    problem?: string | string[];
  }>;
}

const GONE =
  'This result is no longer kept: results are forgotten after half an hour. Paste the message again.';

export default async function MessagePage({ searchParams }: Props) {
  const { result, way, problem } = await searchParams;
  const may = await permissions();
  const id = typeof result === 'string' ? result : null;
  const message = id === null ? null : await perform(findMessage, { id });
  if (id !== null && message !== null)
    return <MessageReport message={message} id={id} way={typeof way === 'string' ? Number(way) : 0} />;
  return (
    <>
      <PageHead
        title="Verify a message"
        about="Paste the source of a message that arrived (“Show original”, “View source”), from its first line. You see whether SPF, DKIM and DMARC pass, which step fails and what to do, by which way it came, and what Gmail, Yahoo and Microsoft demand of bulk senders. The message is not kept; the result is forgotten after half an hour. Name servers are asked for keys and policies; links in it are never fetched."
      />
      {may('start-checks') ? (
        <MessageForm problem={result === undefined ? messageProblem(problem) : GONE} />
      ) : (
        <PanelNote>Whoever may start checks can verify a message: name servers are asked for it.</PanelNote>
      )}
    </>
  );
}
