import { ownLink } from '@/lib/own-link';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { PasteField } from '@/components/ui/field';

/** A report as a file or as pasted text. Works without a script. */
export function VerifyForm({ problem }: { problem: string | null }) {
  return (
    <form
      id="verify"
      action={ownLink('/api/verify')}
      method="post"
      encType="multipart/form-data"
      className="mt-4"
    >
      {problem !== null && <Alert className="mb-3">{problem}</Alert>}
      <label className="block text-sm font-semibold">
        File (report.json, up to 28 MB)
        <input
          type="file"
          name="file"
          accept=".json,application/json"
          className="file-field mt-1 block max-w-full font-normal"
        />
      </label>
      <div className="mt-4">
        <PasteField
          id="report"
          name="report"
          label="or what it holds"
          rows={7}
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <Button main className="mt-3">
        Verify
      </Button>
    </form>
  );
}
