import { ownLink } from '@/lib/own-link';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

interface CompareFormProps {
  a: string;
  b: string;
  /** Why nothing is compared; null before anything was asked. */
  problem: string | null;
}

/** Two links to be compared. Works without a script. */
export function CompareForm({ a, b, problem }: CompareFormProps) {
  return (
    <form id="compare" action={ownLink('/compare')} className="mt-4">
      {problem !== null && <Alert className="mb-3">{problem}</Alert>}
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="First" hint="Link or id of a check, or of a bounce.">
          <Input exact required name="a" defaultValue={a} maxLength={400} />
        </Field>
        <Field label="Second" hint="Link or id of a check of the same domain.">
          <Input exact required name="b" defaultValue={b} maxLength={400} />
        </Field>
      </div>
      <Button main className="mt-3">
        Compare
      </Button>
    </form>
  );
}
