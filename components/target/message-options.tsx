import { Choice } from '@/components/ui/choice';
import { Field, Input, TextArea } from '@/components/ui/field';

interface MessageOptionsProps {
  subject: string;
  body: string;
  /** Who sends when nothing else is typed. */
  defaults: { sender: string; helo: string; messageFrom: readonly string[] };
}

/** Of what may be named as a sender: an address, or `<>`; anything else is a domain. */
export function isSender(entry: string): boolean {
  return entry === '<>' || entry.includes('@');
}

/** Said as long as the lines cannot be known; `follow-message.ts` writes them. */
const UNREADABLE = 'Type the address first: the lines will stand here.';

/** What to send, and the tick without which nothing is sent. Shown only when the depth is `message`. */
export function MessageOptions({ subject, body, defaults }: MessageOptionsProps) {
  return (
    <fieldset className="message-only border-line grid gap-4 border-t pt-4">
      <legend className="sr-only">Message</legend>
      <p className="text-sm">
        Senders that are permitted here:{' '}
        {defaults.messageFrom.map((one) => (isSender(one) ? one : `every address at ${one}`)).join(', ')}.
      </p>
      <Field label="Subject">
        <Input name="subject" defaultValue={subject} maxLength={200} />
      </Field>
      <Field label="Text">
        <TextArea name="body" rows={4} maxLength={10_000} defaultValue={body} />
      </Field>
      <figure className="min-w-0 text-sm">
        <figcaption className="font-medium">What will be sent</figcaption>
        <pre
          data-preview={UNREADABLE}
          data-sender={defaults.sender}
          data-helo={defaults.helo}
          className="bg-faint border-line text-note mt-1 rounded-md border px-3 py-2 wrap-anywhere whitespace-pre-wrap"
        >
          {UNREADABLE}
        </pre>
      </figure>
      <Choice type="checkbox" name="confirm" value="yes">
        It is my own mailbox, or the recipient agrees: send this message once, to the first exchange that
        takes it.
      </Choice>
    </fieldset>
  );
}
