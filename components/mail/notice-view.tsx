import Link from 'next/link';
import { isOwnView } from '@/lib/complaint/is-own-view';
import type { MailView } from '@/lib/complaint/mail-reading';
import type { Notice, NoticeRecipient } from '@/lib/notice/notice';
import { KIND_SAYS } from '@/lib/show/mail-words';
import { suggestedCheck } from '@/lib/show/suggested-check';
import { Advice } from '@/components/ui/advice';
import { Alert } from '@/components/ui/alert';
import { Code } from '@/components/ui/code';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { CheckNow } from '@/components/mail/check-now';
import { Facts } from '@/components/ui/facts';
import { RecipientPanel } from '@/components/mail/recipient-panel';
import { MailHead, type MailRights } from '@/components/mail/mail-head';
import { ReturnedMessage } from '@/components/mail/returned-message';

interface NoticeViewProps {
  view: MailView;
  bounce: Notice;
  /** Null: not for whoever reads the page. */
  startCheck: ((form: FormData) => Promise<void>) | null;
  rights: MailRights;
  /** A check was asked for and not started. */
  isCheckRefused: boolean;
}

/** A notice about a delivery, read; or what the mail is instead. */
export function NoticeView({ view, bounce, startCheck, rights, isCheckRefused }: NoticeViewProps) {
  const { kind, recipients, returned } = bounce;
  const suggested = suggestedCheck(bounce);
  const checkOf = ({ address, action }: NoticeRecipient) =>
    startCheck === null || !isOwnView(view) || (action !== 'failed' && action !== 'delayed') ? null : (
      <CheckNow start={startCheck} notice={view.id} target={address} suggested={suggested} />
    );
  return (
    <>
      <MailHead view={view} rights={rights}>
        {kind !== 'bounce' && kind !== 'feedback' && <Advice className="mt-3">{KIND_SAYS[kind]}</Advice>}
        {kind === 'ordinary' && (
          <p className="text-soft max-w-text mt-2 text-sm">
            If it is a bounce all the same, hand over the whole message with its header, as a file. A single
            reply or log line is explained at <Link href="/explain">Explain</Link>.
          </p>
        )}
        {isCheckRefused && (
          <Alert className="mt-3">
            The check was not started: the address, the sender or the HELO name cannot be used, or too many
            checks were started within a minute.
          </Alert>
        )}
      </MailHead>
      {recipients.length > 0 && (
        <Section
          id="recipients"
          title={recipients.length === 1 ? 'The recipient' : 'Recipients'}
          about={recipients.length === 1 ? '' : String(recipients.length)}
        >
          <div>
            {recipients.map((recipient, n) => (
              <RecipientPanel key={n} recipient={recipient} date={bounce.date} check={checkOf(recipient)} />
            ))}
          </div>
        </Section>
      )}
      {returned !== null && <ReturnedMessage returned={returned} title="The returned message" />}
      <Section id="notice" title="The notice itself">
        <Panel>
          <Facts
            rows={[
              ['Form', bounce.format === 'none' ? null : bounce.format],
              ['Known by', bounce.why === '' ? null : <Code>{bounce.why}</Code>],
              ['Subject', bounce.subject],
              ['From', bounce.from],
              ['To', bounce.to],
              ['Date', bounce.date],
              ['Written by', bounce.reportingHost],
              ['Queue id there', bounce.queueId],
              ['Message arrived there', bounce.arrivedAt],
              ['Envelope id', bounce.envelopeId],
              ...bounce.limits.map((limit) => ['Limit hit', limit] as const),
            ]}
          />
        </Panel>
      </Section>
    </>
  );
}
