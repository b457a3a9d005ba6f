import type { MessageView, WayView } from '@/lib/message/message-view';
import { Code } from '@/components/ui/code';
import { Facts } from '@/components/ui/facts';
import { Fold } from '@/components/ui/fold';
import { Panel, PanelNote } from '@/components/ui/panel';

interface SpfPartProps {
  message: MessageView;
  way: WayView;
}

/** Whether the address may send for the envelope sender, term by term. */
export function SpfPart({ message, way: { spf, address } }: SpfPartProps) {
  if (spf === null)
    return (
      <PanelNote>
        {address === null
          ? 'No Received line names a public address, so that SPF cannot be judged.'
          : message.mailFrom === null
            ? 'The message has no Return-Path: the envelope sender is not known, and SPF is about that one.'
            : 'The envelope sender has no domain that can be asked about.'}
      </PanelNote>
    );
  const { result, domain, identity, decidedBy, cause, lookups, records, steps } = spf;
  return (
    <>
      <Panel>
        <Facts
          rows={[
            ['Result', result],
            ['Address', <Code key="a">{spf.address}</Code>],
            [
              identity === 'helo' ? 'HELO' : 'Envelope sender',
              identity === 'helo' ? domain : message.mailFrom,
            ],
            ['Decided by', decidedBy && `${decidedBy.term} in the record of ${decidedBy.domain}`],
            [
              'Error',
              cause && [cause.kind, cause.domain, cause.term, cause.target].filter(Boolean).join(' '),
            ],
            ['Explanation', spf.explanation],
            ['Lookups', `${lookups} of 10`],
            ...records.map(
              (record) => [record.domain, <Code key={record.domain}>{record.text}</Code>] as const,
            ),
          ]}
        />
      </Panel>
      {steps.length > 0 && (
        <Fold className="mt-2" summary="Term by term">
          <ol className="mt-2 grid gap-1 text-sm">
            {steps.map((step, n) => (
              <li key={n} className="wrap-anywhere">
                <Code>{step.term}</Code> in {step.domain}: {step.outcome.replace('-', ' ')}
              </li>
            ))}
          </ol>
        </Fold>
      )}
    </>
  );
}
