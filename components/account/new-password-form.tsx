'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { AddressField } from './address-field';
import type { FormAction } from '@/components/ui/form-answer';

interface NewPasswordFormProps {
  act: FormAction;
  button: string;
  /** Whose it is: known, or to be typed. */
  email: string | null;
  /** By what the form is let through. */
  code?: string | null;
  /** Whether the password until now is asked for. */
  withFormer?: boolean;
}

/** A password is chosen. */
export function NewPasswordForm({
  act,
  button,
  email,
  code = null,
  withFormer = false,
}: NewPasswordFormProps) {
  const [answer, action] = useActionState(act, null);
  return (
    <form action={action} className="grid gap-4">
      {code !== null && <input type="hidden" name="code" value={code} />}
      {email === null ? (
        <AddressField answer={answer} isOwn hint="The name of your account. No mail is sent to it." />
      ) : (
        // For what keeps passwords.
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      )}
      {withFormer && (
        <Field label="Password until now">
          <Input name="former" type="password" autoComplete="current-password" required maxLength={128} />
        </Field>
      )}
      <Field
        label={withFormer ? 'New password' : 'Password'}
        hint="At least 15 characters. Some words are easier to keep in mind than signs."
      >
        <Input name="password" type="password" autoComplete="new-password" required maxLength={128} />
      </Field>
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      <Button main className="justify-self-start">
        {button}
      </Button>
    </form>
  );
}
