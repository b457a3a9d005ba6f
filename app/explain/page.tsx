import type { Metadata } from 'next';
import Link from 'next/link';
import { MeaningView } from '@/components/explain/meaning-view';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { explain, MAX_PASTED } from '@/lib/server/verbs/explain';

export const metadata: Metadata = {
  title: 'Explain a reply',
  description: 'What the reply of a mail server means, whose turn it is, and what to do.',
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
  const pasted = typeof reply === 'string' ? reply.trim() : '';
  const isReadable = pasted !== '' && pasted.length <= MAX_PASTED;
  const meaning = isReadable ? await perform(explain, { reply: pasted }) : null;
  return (
    <>
      <header className="pt-6">
        <h1 className="text-[23px] leading-tight font-semibold tracking-[-0.015em] md:text-[28px]">
          Explain a reply
        </h1>
        <p className="text-soft mt-2 max-w-[68ch]">
          Paste what a mail server answered: the reply itself, or a line of a log or bounce that quotes it.
        </p>
      </header>
      <form action="/explain" className="mt-4">
        <label htmlFor="reply" className="text-sm font-semibold">
          Reply
        </label>
        <textarea
          id="reply"
          name="reply"
          rows={4}
          required
          maxLength={MAX_PASTED}
          defaultValue={pasted}
          className="panel mt-1 block w-full p-3 font-mono text-sm"
        />
        <button type="submit" className="btn mt-3">
          Explain
        </button>
      </form>
      {pasted.length > MAX_PASTED && (
        <p role="alert" className="mt-4">
          Paste at most {MAX_PASTED} characters.
        </p>
      )}
      {meaning !== null && <MeaningView meaning={meaning} />}
      <Section id="examples" title="Examples">
        <ul className="panel">
          {EXAMPLES.map((example) => (
            <li key={example} className="border-line border-t px-4.5 py-2.5 first:border-t-0">
              <Link
                href={`/explain?reply=${encodeURIComponent(example)}`}
                prefetch={false}
                className="font-mono text-sm wrap-anywhere"
              >
                {example}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
