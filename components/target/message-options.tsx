import { MessagePreview } from './message-preview';

interface MessageOptionsProps {
  subject: string;
  body: string;
  /** Who sends when nothing else is typed. */
  defaults: { sender: string; helo: string };
}

/** What to send, and the tick without which nothing is sent. Shown only when the depth is `message`. */
export function MessageOptions({ subject, body, defaults }: MessageOptionsProps) {
  return (
    <fieldset className="message-only border-line grid gap-4 border-t pt-4">
      <legend className="sr-only">Message</legend>
      <label className="block text-sm">
        <span className="font-medium">Subject</span>
        <input name="subject" className="field mt-1" defaultValue={subject} maxLength={200} />
      </label>
      <label className="block text-sm">
        <span className="font-medium">Text</span>
        <textarea name="body" rows={4} className="field mt-1" maxLength={10_000} defaultValue={body} />
      </label>
      <MessagePreview defaults={defaults} />
      <label className="flex gap-2.5 text-sm">
        <input type="checkbox" name="confirm" value="yes" className="accent-link mt-1" />
        <span>
          It is my own mailbox, or the recipient agrees: send this message once, to the first exchange that
          takes it.
        </span>
      </label>
    </fieldset>
  );
}
