import type { Complaint } from '@/lib/complaint/complaint';
import type { MailView } from '@/lib/complaint/mail-reading';
import { CONFIDENCE_SAYS, REPORTED_FIX, shortOf } from '@/lib/show/mail-words';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { Facts } from '@/components/mail/facts';
import { MailHead } from '@/components/mail/mail-head';
import { ReturnedMessage } from '@/components/mail/returned-message';

/** A complaint, read: what was reported, on what evidence, what to do, and how to find the message in a log. */
export function ComplaintView({ view, feedback }: { view: MailView; feedback: Complaint }) {
  const { judgement, reported, identifiers, fields } = feedback;
  return (
    <>
      <MailHead view={view}>
        <div className="mt-2.5 flex flex-wrap gap-2">
          {feedback.feedbackType !== null && <Tag>reported as {feedback.feedbackType}</Tag>}
          {judgement.what !== 'unknown' && <Tag>confidence: {judgement.confidence}</Tag>}
          {feedback.isRedacted && <Tag>the recipient was taken out (RFC 6590)</Tag>}
        </div>
        <p className="border-line mt-4 max-w-[68ch] border-l-[3px] pl-3">{REPORTED_FIX[judgement.what]}</p>
      </MailHead>
      <Section id="reasons" title="Why we think so" about={CONFIDENCE_SAYS[judgement.confidence]}>
        {judgement.reasons.length === 0 ? (
          <p className="panel text-soft px-4.5 py-3">
            The reported message has no line that shows what it was. A complaint alone is no evidence of spam.
          </p>
        ) : (
          <ul className="panel">
            {judgement.reasons.map((reason, n) => (
              <li key={n} className="border-line border-t px-4.5 py-2.5 first:border-t-0">
                <p className="text-sm">
                  <span className="text-soft">{shortOf(reason.for)}: </span>
                  {reason.says}
                </p>
                <p className="text-soft font-mono text-[13px] wrap-anywhere">{reason.line}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="source" title="Where it came from">
        <div className="panel">
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
        </div>
      </Section>
      {identifiers.length > 0 && (
        <Section id="identifiers" title="To find it in the log">
          <ul className="panel">
            {identifiers.map(({ name, value }, n) => (
              <li
                key={n}
                className="border-line flex flex-wrap items-baseline gap-x-3 border-t px-4.5 py-1.5 first:border-t-0"
              >
                <span className="text-soft text-sm md:w-37.5">{name}</span>
                <code className="min-w-0 flex-1 font-mono text-[13px] wrap-anywhere">{value}</code>
                <CopyButton quiet source={{ text: value }} label="Copy" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {reported !== null && <ReturnedMessage returned={reported} title="The reported message" />}
      {fields.length > 0 && (
        <Section id="fields" title="All fields of the complaint" about="as they came">
          <div className="panel">
            <Facts
              rows={fields.map(({ name, value }) => [
                name,
                <code key={name} className="font-mono text-[13px]">
                  {value}
                </code>,
              ])}
            />
          </div>
        </Section>
      )}
    </>
  );
}
