import { Button } from '@/components/ui/button';
import { PasteField } from '@/components/ui/field';
import { FileField, UploadForm } from '@/components/ui/upload-form';

/** A message as pasted text or as a file, whole. Works without a script. */
export function MessageForm({ problem }: { problem: string | null }) {
  return (
    <UploadForm id="message-form" action="/api/messages" problem={problem}>
      <PasteField
        id="message"
        name="message"
        label="Message"
        rows={12}
        spellCheck={false}
        autoComplete="off"
      />
      <FileField
        label="or a file (.eml, up to 25 MB), which keeps every octet"
        accept=".eml,.txt,message/rfc822,text/plain"
        className="mt-3 block"
      />
      <Button main className="mt-3">
        Verify
      </Button>
    </UploadForm>
  );
}
