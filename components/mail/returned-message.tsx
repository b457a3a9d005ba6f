import type { Returned } from '@/lib/mail/returned-message';
import { showDelay } from '@/lib/show/mail-words';
import { LocalTime } from '@/components/ui/local-time';
import { Section } from '@/components/ui/section';
import { Facts } from '@/components/mail/facts';

/** The message that a notice or complaint is about, and the servers it had passed. */
export function ReturnedMessage({ returned, title }: { returned: Returned; title: string }) {
  const { from, to, subject, date, messageId, hops, fields } = returned;
  return (
    <Section id="returned" title={title}>
      <div className="panel">
        <Facts
          rows={[
            ['From', from],
            ['To', to],
            ['Subject', subject],
            ['Date', date],
            [
              'Message-ID',
              messageId === null ? null : <code className="font-mono text-[13px]">{messageId}</code>,
            ],
          ]}
        />
      </div>
      {hops.length > 0 && (
        <ol aria-label="Servers it passed" className="panel mt-3">
          {hops.map((hop, n) => (
            <li
              key={n}
              className="border-line grid gap-x-3 border-t px-4.5 py-2 text-sm first:border-t-0 md:grid-cols-[24px_minmax(0,1fr)_auto]"
            >
              <span className="text-soft font-mono text-[13px] max-md:hidden">{n + 1}</span>
              <span className="min-w-0 font-mono text-[13px] wrap-anywhere">
                {hop.from !== null && `${hop.from} → `}
                {hop.by ?? 'a server that is not named'}
                {hop.protocol !== null && <span className="text-soft"> · {hop.protocol}</span>}
                {hop.queueId !== null && <span className="text-soft"> · id {hop.queueId}</span>}
              </span>
              <span className="text-soft text-[13px] whitespace-nowrap">
                {hop.delaySeconds !== null && (
                  <b className="text-ink mr-2 font-medium">{showDelay(hop.delaySeconds)}</b>
                )}
                {hop.at !== null && <LocalTime iso={hop.at} />}
              </span>
            </li>
          ))}
        </ol>
      )}
      {fields.length > 0 && (
        <details className="fold panel mt-3">
          <summary className="text-link px-4.5 py-2.5 text-sm">
            Its whole header, {fields.length} fields
          </summary>
          <div className="border-line border-t">
            <Facts
              rows={fields.map(({ name, value }, n) => [
                name,
                <code key={n} className="font-mono text-[13px]">
                  {value}
                </code>,
              ])}
            />
          </div>
        </details>
      )}
    </Section>
  );
}
