import type { ReturnedCopy } from '@/lib/mail/returned-message';
import { showDelay } from '@/lib/show/mail-words';
import { Code } from '@/components/ui/code';
import { Fold } from '@/components/ui/fold';
import { Panel, PanelRow } from '@/components/ui/panel';
import { LocalTime } from '@/components/ui/local-time';
import { Section } from '@/components/ui/section';
import { Facts } from '@/components/ui/facts';

/** The message that a notice or complaint is about, and the servers it had passed. */
export function ReturnedMessage({ returned, title }: { returned: ReturnedCopy; title: string }) {
  const { from, to, subject, date, messageId, hops, fields } = returned;
  return (
    <Section id="returned" title={title}>
      <Panel>
        <Facts
          rows={[
            ['From', from],
            ['To', to],
            ['Subject', subject],
            ['Date', date],
            ['Message-ID', messageId === null ? null : <Code>{messageId}</Code>],
          ]}
        />
      </Panel>
      {hops.length > 0 && (
        <Panel as="ol" aria-label="Servers it passed" className="mt-3">
          {hops.map((hop, n) => (
            <PanelRow key={n} className="grid gap-x-3 py-2 text-sm md:grid-cols-[24px_minmax(0,1fr)_auto]">
              <span className="text-soft text-note font-mono max-md:hidden">{n + 1}</span>
              <Code className="min-w-0">
                {hop.from !== null && `${hop.from} → `}
                {hop.by ?? 'a server that is not named'}
                {hop.protocol !== null && <span className="text-soft"> · {hop.protocol}</span>}
                {hop.queueId !== null && <span className="text-soft"> · id {hop.queueId}</span>}
              </Code>
              <span className="text-soft text-note whitespace-nowrap">
                {hop.delaySeconds !== null && (
                  <b className="text-ink mr-2 font-medium">{showDelay(hop.delaySeconds)}</b>
                )}
                {hop.at !== null && <LocalTime iso={hop.at} />}
              </span>
            </PanelRow>
          ))}
        </Panel>
      )}
      {fields.length > 0 && (
        <Fold
          framed
          className="mt-3"
          summary={`Its whole header, ${fields.length} fields`}
          summaryLook="text-link px-4.5 py-2.5 text-sm"
        >
          <div className="border-line border-t">
            <Facts rows={fields.map(({ name, value }, n) => [name, <Code key={n}>{value}</Code>])} />
          </div>
        </Fold>
      )}
    </Section>
  );
}
