import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { PasteField } from '@/components/ui/field';
import { ownLink } from '@/lib/own-link';

/** A message as pasted text or as a file, whole. Works without a script. */
export function MessageForm({ problem }: { problem: string | null }) {
  return (
    <form
      id="message-form"
      action={ownLink('/api/messages')}
      method="post"
      encType="multipart/form-data"
      className="mt-4"
    >
      {problem !== null && <Alert className="mb-3">{problem}</Alert>}
      <PasteField
        id="message"
        name="message"
        label="Message"
        rows={12}
        spellCheck={false}
        autoComplete="off"
      />
      <label className="mt-3 block text-sm">
        <span className="mr-2">or a file (.eml, up to 25 MB), which keeps every octet</span>
        <input
          type="file"
          name="file"
          accept=".eml,.txt,message/rfc822,text/plain"
          className="file-field max-w-full"
        />
      </label>
      <Button main className="mt-3">
        Verify
      </Button>
    </form>
  );
}
