'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input } from '@/components/ui/field';
import { type FormAction, typedIn } from '@/components/ui/form-answer';
import { MadeOnce } from '@/components/ui/made-once';
import { SCOPE_WORDS } from './scope-words';

/** Makes a token for a program. */
export function TokenForm({ make }: { make: FormAction }) {
  const [answer, action] = useActionState(make, null);
  return (
    <form id="token-form" action={action} className="grid gap-3">
      <Field label="Name" hint="What it is for. It stands beside what the program does.">
        <Input name="name" required defaultValue={typedIn(answer, 'name')} maxLength={60} />
      </Field>
      <fieldset>
        <legend className="text-sm font-medium">It may</legend>
        <div className="mt-1 grid gap-2 md:grid-cols-2">
          {Object.entries(SCOPE_WORDS).map(([scope, { label, about }]) => (
            <Choice
              key={scope}
              framed
              type="checkbox"
              name="scopes"
              value={scope}
              label={label}
              about={about}
            />
          ))}
        </div>
      </fieldset>
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      {answer?.kind === 'made' && (
        <MadeOnce
          text={answer.text}
          about="The program shows it as Authorization: Bearer, followed by this. It is kept nowhere and not shown again."
        />
      )}
      <Button className="justify-self-start">Make a token</Button>
    </form>
  );
}
