import { Button } from './button';
import { Fold } from './fold';

interface RemovalProps {
  remove: (form: FormData) => Promise<void>;
  /** What the form says is to be removed. */
  field: { name: string; value: string };
  /** What is asked: "Remove this check". */
  label: string;
  /** What goes with it. */
  about: string;
}

/** Removes something for good: what that means stands between the word and the button. */
export function Removal({ remove, field, label, about }: RemovalProps) {
  return (
    <Fold className="screen-only mt-10" summary={`${label} …`} summaryLook="text-soft w-fit text-sm">
      <form action={remove} className="needs-script max-w-text mt-2 text-sm">
        <input type="hidden" name={field.name} value={field.value} />
        <p>{about} It cannot be brought back.</p>
        <Button className="mt-2.5">{label}</Button>
      </form>
    </Fold>
  );
}
