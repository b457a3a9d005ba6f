import { UploadForm } from '@/components/ui/upload-form';
import { Button } from '@/components/ui/button';
import { PasteField } from '@/components/ui/field';

/** A report as a file or as pasted text. Works without a script. */
export function VerifyForm({ problem }: { problem: string | null }) {
  return (
    <UploadForm id="verify" action="/api/verify" problem={problem}>
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
    </UploadForm>
  );
}
