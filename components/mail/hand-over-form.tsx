import { Button } from '@/components/ui/button';
import { PasteField } from '@/components/ui/field';
import { FileField, UploadForm } from '@/components/ui/upload-form';

interface HandOverFormProps {
  /** Where it goes; the answer leads to the page of what was handed over. */
  action: '/api/bounces' | '/api/feedback';
  label: string;
  problem: string | null;
}

/** A message as pasted text or as a file. Works without a script. */
export function HandOverForm({ action, label, problem }: HandOverFormProps) {
  return (
    <UploadForm action={action} problem={problem}>
      <PasteField id="message" name="message" label={label} rows={9} spellCheck={false} autoComplete="off" />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-3">
        <FileField
          label="or a file (.eml, .txt, .mbox; up to 25 MB)"
          accept=".eml,.txt,.mbox,.mbx,message/rfc822,text/plain"
        />
        <Button main type="submit">
          Read
        </Button>
      </div>
    </UploadForm>
  );
}
