import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { PasteField } from '@/components/ui/field';
import { ownLink } from '@/lib/own-link';

interface HandOverFormProps {
  /** Where it goes; the answer leads to the page of what was handed over. */
  action: '/api/bounces' | '/api/feedback';
  label: string;
  problem: string | null;
}

/** A message as pasted text or as a file. Works without a script. */
export function HandOverForm({ action, label, problem }: HandOverFormProps) {
  return (
    <form action={ownLink(action)} method="post" encType="multipart/form-data" className="mt-4">
      {problem !== null && <Alert className="mb-3">{problem}</Alert>}
      <PasteField id="message" name="message" label={label} rows={9} spellCheck={false} autoComplete="off" />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-3">
        <label className="text-sm">
          <span className="mr-2">or a file (.eml, .txt, .mbox; up to 25 MB)</span>
          <input
            type="file"
            name="file"
            accept=".eml,.txt,.mbox,.mbx,message/rfc822,text/plain"
            className="file-field max-w-full"
          />
        </label>
        <Button main type="submit">
          Read
        </Button>
      </div>
    </form>
  );
}
