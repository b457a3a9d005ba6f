import { Field, Input } from '@/components/ui/field';
import { type FormAnswer, typedIn } from '@/components/ui/form-answer';

interface AddressFieldProps {
  answer: FormAnswer;
  hint?: string;
  /** Whether it is their own, for what keeps passwords. */
  isOwn?: boolean;
}

/** The address that is the name of an account. */
export function AddressField({ answer, hint, isOwn = false }: AddressFieldProps) {
  return (
    <Field label="Address" {...(hint !== undefined && { hint })}>
      <Input
        name="email"
        type="email"
        autoComplete={isOwn ? 'username' : 'off'}
        required
        defaultValue={typedIn(answer, 'email')}
        maxLength={254}
      />
    </Field>
  );
}
