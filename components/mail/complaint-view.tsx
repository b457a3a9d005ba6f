import type { Complaint } from '@/lib/complaint/complaint';
import type { MailView } from '@/lib/complaint/mail-reading';
import { REPORTED_WORD } from '@/lib/show/category-words';
import { CONFIDENCE_SAYS, REPORTED_FIX } from '@/lib/show/mail-words';
import { complaintInPlainWords } from '@/lib/show/plain-mail';
import { Advice } from '@/components/ui/advice';
import { Code } from '@/components/ui/code';
import { PlainWords } from '@/components/ui/plain-words';
import { Panel, PanelNote, PanelRow } from '@/components/ui/panel';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { Facts } from '@/components/ui/facts';
import { MailHead, type MailRights } from '@/components/mail/mail-head';
import { ReturnedMessage } from '@/components/mail/returned-message';

interface ComplaintViewProps {
  view: MailView;
  feedback: Complaint;
  rights: MailRights;
}

/** A complaint, read: what was reported, on what evidence, what to do, and how to find the message in a log. */
export function ComplaintView({ view, feedback, rights }: ComplaintViewProps) {
  const { judgement, reported, identifiers, fields } = feedback;
  return (
    <>
      <MailHead view={view} rights={rights}>
        <div className="mt-2.5 flex flex-wrap gap-2">
          {feedback.feedbackType !== null && <Tag>reported as {feedback.feedbackType}</Tag>}
          {judgement.what !== 'unknown' && <Tag>confidence: {judgement.confidence}</Tag>}
          {feedback.isRedacted && <Tag>the recipient was taken out (RFC 6590)</Tag>}
        </div>
        <Advice className="mt-4">{REPORTED_FIX[judgement.what]}</Advice>
        <PlainWords className="mt-3" text={complaintInPlainWords(feedback)} />
      </MailHead>
      <Section id="reasons" title="Why we think so" about={CONFIDENCE_SAYS[judgement.confidence]}>
        {judgement.reasons.length === 0 ? (
          <PanelNote>
            The reported message has no line that shows what it was. A complaint alone is no evidence of spam.
          </PanelNote>
        ) : (
          <Panel as="ul">
            {judgement.reasons.map((reason, n) => (
              <PanelRow key={n} className="py-2.5">
                <p className="text-sm">
                  <span className="text-soft">{REPORTED_WORD[reason.for]}: </span>
                  {reason.says}
                </p>
                <p className="text-soft text-note font-mono wrap-anywhere">{reason.line}</p>
              </PanelRow>
            ))}
          </Panel>
        )}
      </Section>
      <Section id="source" title="Where it came from">
        <Panel>
          <Facts
            rows={[
              ['Our address', feedback.sourceAddress],
              ['Our domain', feedback.sendingDomain],
              ['Envelope sender', feedback.originalMailFrom],
              ['Recipient', feedback.originalRecipients.join(', ')],
              ['Arrived there', feedback.arrivedAt],
              ['Incidents', feedback.incidents],
              ['Reported by', feedback.userAgent],
              ['Form', feedback.format],
              ...feedback.limits.map((limit) => ['Limit hit', limit] as const),
            ]}
          />
        </Panel>
      </Section>
      {identifiers.length > 0 && (
        <Section id="identifiers" title="To find it in the log">
          <Panel as="ul">
            {identifiers.map(({ name, value }, n) => (
              <PanelRow key={n} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
                <span className="text-soft text-sm md:w-37.5">{name}</span>
                <Code className="min-w-0 flex-1">{value}</Code>
                <CopyButton quiet source={{ text: value }} label="Copy" />
              </PanelRow>
            ))}
          </Panel>
        </Section>
      )}
      {reported !== null && <ReturnedMessage returned={reported} title="The reported message" />}
      {fields.length > 0 && (
        <Section id="fields" title="All fields of the complaint" about="as they came">
          <Panel>
            <Facts rows={fields.map(({ name, value }) => [name, <Code key={name}>{value}</Code>])} />
          </Panel>
        </Section>
      )}
    </>
  );
}
