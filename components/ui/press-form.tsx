import { Button } from './button';

interface PressFormProps {
  act: (form: FormData) => void | Promise<void>;
  label: string;
  /** To what it is done; nothing where there is only one. */
  field?: { name: string; value: string };
  /** By which the form is known when what came of it is shown in its place. */
  id?: string;
  className?: string;
}

/** One button that does something to one thing. */
export function PressForm({ act, label, field, id, className }: PressFormProps) {
  return (
    <form id={id} action={act} className={className}>
      {field && <input type="hidden" name={field.name} value={field.value} />}
      <Button>{label}</Button>
    </form>
  );
}
