import { senderConduct } from '@/lib/findings/sender-kinds';
import type { Report } from '@/lib/report/report';
import { clipped } from '@/lib/show/clipped';
import { PART_WORD } from '@/lib/show/page-parts';
import { conductRows, type PolicyRow, policyRows } from '@/lib/show/policy-words';
import { Code } from '@/components/ui/code';
import { Fold } from '@/components/ui/fold';
import { Panel, PanelRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';

/** Characters drawn of one record; the whole of it is in the texts. */
const RECORD_DRAWN = 1_000;

/** Records and steps drawn of one policy. */
const LINES_DRAWN = 40;

/** What the domain publishes of its mail, and what each kind of sender makes of it. */
export function Policies({ report }: { report: Report }) {
  const { policies, target } = report;
  if (policies === null) return null;
  const conduct = senderConduct(report);
  return (
    <Section id="policies" title={PART_WORD.policies} about="what the domain publishes, and who goes by it">
      {conduct.length > 0 && (
        <Panel as="ul" className="mb-3" aria-label="What senders do with mail for the domain">
          {conductRows(conduct).map(({ who, tone, say }) => (
            <PanelRow key={who} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2">
              <span className="min-w-0 text-sm wrap-anywhere">{who}</span>
              <Tag tone={tone} icon>
                {say}
              </Tag>
            </PanelRow>
          ))}
        </Panel>
      )}
      <Panel as="ul" long>
        {policyRows(target.domain, policies).map((row) => (
          <PolicyItem key={row.name} row={row} />
        ))}
      </Panel>
    </Section>
  );
}

function PolicyItem({ row: { name, tone, state, say, records, steps } }: { row: PolicyRow }) {
  const head = (
    <span className="text-sm">
      <span className="mr-3 font-semibold">{name}</span>
      <Tag tone={tone} icon>
        {state}
      </Tag>
      <span className="text-soft ml-3 wrap-anywhere">{clipped(say, RECORD_DRAWN)}</span>
    </span>
  );
  return (
    <PanelRow className="py-2">
      {records.length + steps.length === 0 ? (
        head
      ) : (
        <Fold summary={head} summaryLook="text-ink">
          <div className="grid gap-2 pt-2 pb-1">
            {records.slice(0, LINES_DRAWN).map(({ at, text }) => (
              <div key={`${at} ${text}`} className="min-w-0">
                <p className="text-soft text-note wrap-anywhere">{at}</p>
                <Code className="block whitespace-pre-wrap">{clipped(text, RECORD_DRAWN)}</Code>
              </div>
            ))}
            {steps.length > 0 && (
              <ol className="text-note font-mono">
                {steps.slice(0, LINES_DRAWN).map((step, n) => (
                  <li key={`${n} ${step}`} className="wrap-anywhere whitespace-pre-wrap">
                    {clipped(step, RECORD_DRAWN)}
                  </li>
                ))}
              </ol>
            )}
          </div>
        </Fold>
      )}
    </PanelRow>
  );
}
