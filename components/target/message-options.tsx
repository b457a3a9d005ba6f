/** What to send, and the tick without which nothing is sent. Shown only when the depth is `message`. */
export function MessageOptions({ subject, body }: { subject: string; body: string }) {
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
      <label className="flex gap-2.5 text-sm">
        <input type="checkbox" name="confirm" value="yes" className="accent-link mt-1" />
        <span>
          I have the recipient’s consent or it is my own mailbox: send this message to the recipient, through
          every exchange that accepts it.
        </span>
      </label>
    </fieldset>
  );
}
