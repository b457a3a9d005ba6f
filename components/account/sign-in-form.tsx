'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { AddressField } from './address-field';
import type { FormAction } from '@/components/ui/form-answer';

/** Address and password; `to` is where it leads. */
export function SignInForm({ signIn, to }: { signIn: FormAction; to: string }) {
  const [answer, action] = useActionState(signIn, null);
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="to" value={to} />
      <AddressField answer={answer} isOwn />
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required maxLength={128} />
      </Field>
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      <Button main className="justify-self-start" data-sending-word="Signing in">
        <span>Sign in</span>
      </Button>
    </form>
  );
}
