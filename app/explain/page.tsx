import type { Metadata } from 'next';
import Link from 'next/link';
import { MeaningView } from '@/components/explain/meaning-view';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { PasteField } from '@/components/ui/field';
import { PageHead } from '@/components/ui/page-head';
import { Panel, PanelRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { explain, MAX_PASTED } from '@/lib/server/verbs/explain';
import { shown } from '@/lib/show/shown';
import { ownLink } from '@/lib/own-link';

export const metadata: Metadata = {
  title: 'Explain a reply',
  description: 'What the reply of a mail server means, who needs to act, and what to do.',
};

const EXAMPLES = [
  '550 5.1.1 <user@example.org>: Recipient address rejected: User unknown',
  '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
  '451 4.7.1 Greylisting in action, please come back in 00:05:00',
];

interface Props {
  searchParams: Promise<{ reply?: string | string[] }>;
}

export default async function ExplainPage({ searchParams }: Props) {
  const { reply } = await searchParams;
  const pasted = typeof reply === 'string' ? shown(reply.trim()) : '';
  const isReadable = pasted !== '' && pasted.length <= MAX_PASTED;
  const meaning = isReadable ? await perform(explain, { reply: pasted }) : null;
  return (
    <>
      <PageHead
        title="Explain a reply"
        about="Paste what a mail server answered: the reply itself, or a line of a log or bounce that quotes it."
      />
      <form action={ownLink('/explain')} className="mt-4">
        <PasteField
          id="reply"
          name="reply"
          label="Reply"
          rows={4}
          required
          maxLength={MAX_PASTED}
          defaultValue={pasted}
        />
        <Button type="submit" className="mt-3">
          Explain
        </Button>
      </form>
      {pasted.length > MAX_PASTED && <Alert className="mt-4">Paste at most {MAX_PASTED} characters.</Alert>}
      {meaning !== null && <MeaningView meaning={meaning} />}
      <Section id="examples" title="Examples">
        <Panel as="ul">
          {EXAMPLES.map((example) => (
            <PanelRow key={example} className="py-2.5">
              <Link
                href={`/explain?reply=${encodeURIComponent(example)}`}
                prefetch={false}
                className="font-mono text-sm wrap-anywhere"
              >
                {example}
              </Link>
            </PanelRow>
          ))}
        </Panel>
      </Section>
    </>
  );
}
