import { Button } from '@/components/ui/button';
import { Field, Input, PasteField, Select } from '@/components/ui/field';
import { FileField, UploadForm } from '@/components/ui/upload-form';

interface BatchFormProps {
  problem: string | null;
  /** Whether it may go further than the greeting. */
  withDepth: boolean;
}

/** A list as pasted text or as a file. Works without a script. */
export function BatchForm({ problem, withDepth }: BatchFormProps) {
  return (
    <UploadForm id="batch-form" action="/api/batches" problem={problem}>
      <PasteField
        id="list"
        name="list"
        label="Targets, one a line, or a table with a column of them"
        rows={9}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
      />
      <FileField
        label="or a file (.csv, .txt, up to 16 MB)"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        className="mt-3 block"
      />
      <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full max-w-80">
          <Field
            label="Name of the list (optional)"
            hint="A later list of this name is compared with this one."
          >
            <Input name="name" maxLength={100} autoComplete="off" />
          </Field>
        </div>
        {withDepth && (
          <Field
            label="How far"
            hint="Naming mailboxes of others is for admins: servers take it for probing."
          >
            <Select name="depth" defaultValue="greeting">
              <option value="greeting">up to the greeting</option>
              <option value="envelope">up to the recipient</option>
            </Select>
          </Field>
        )}
      </div>
      <Button main className="mt-4">
        Check the list
      </Button>
    </UploadForm>
  );
}
