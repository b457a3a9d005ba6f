import type { MessageView } from '@/lib/message/message-view';
import { fromWords } from '@/lib/show/message-words';
import { Code } from '@/components/ui/code';
import { Facts } from '@/components/ui/facts';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';

const FOUND = {
  answer: 'answered',
  nxdomain: 'no such name',
  nodata: 'nothing there',
  failed: 'no answer',
} as const;

/** What the message says of itself, and every question that was put to name servers. */
export function MessageFacts({ message }: { message: MessageView }) {
  const { from, subject, messageId, mailFrom, octets, questions, queries, isCutShort } = message;
  const fault = fromWords(message);
  return (
    <>
      <Panel>
        <Facts
          rows={[
            ['From', from],
            ['From, at fault', fault],
            ['Subject', subject],
            ['Message-ID', messageId && <Code>{messageId}</Code>],
            ['Return-Path', mailFrom === '' ? '<>' : mailFrom],
            ['Size', `${octets.toLocaleString('en')} octets`],
            ['Queries', `${queries} of at most 60`],
            [
              'Cut short',
              isCutShort ? 'The limit of queries or of time was reached: not everything was asked.' : null,
            ],
          ]}
        />
      </Panel>
      {questions.length > 0 && (
        <Fold className="mt-2" summary={`${questions.length} questions to name servers`}>
          <ul className="mt-2 grid gap-1 text-sm">
            {questions.map(({ name, type, kind }) => (
              <li key={`${name} ${type}`} className="wrap-anywhere">
                <Code>
                  {name} {type}
                </Code>
                : {FOUND[kind]}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}
