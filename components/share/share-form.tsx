'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input, Select } from '@/components/ui/field';
import { type FormAction, typedIn } from '@/components/ui/form-answer';

interface ShareFormProps {
  /** What it leads to. */
  kind: 'check' | 'mail';
  id: string;
  make: FormAction;
  /** How long a link may hold, in days; null: as long as what it leads to is kept. */
  terms: readonly (number | null)[];
  /** Characters of what is said with it. */
  maxLine: number;
}

/** Makes a link to a check or a mail for somebody. */
export function ShareForm({ kind, id, make, terms, maxLine }: ShareFormProps) {
  const [answer, action] = useActionState(make, null);
  return (
    <form id="share-form" action={action} className="needs-script grid gap-3">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <Field label="A line to its reader" hint="They see it first. It may be empty.">
        <Input name="line" maxLength={maxLine} defaultValue={typedIn(answer, 'line')} />
      </Field>
      <Field label="It holds">
        <Select name="days" defaultValue={typedIn(answer, 'days') || '30'}>
          {terms.map((days) => (
            <option key={days} value={days ?? ''}>
              {days === null ? `as long as the ${kind} is kept` : `${days} days`}
            </option>
          ))}
        </Select>
      </Field>
      <Choice
        type="checkbox"
        name="hides"
        defaultChecked
        label="Hide local parts"
        about="What stands before the @ of addresses: on the page, in its texts and files."
      />
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      <Button className="justify-self-start">Make a link</Button>
    </form>
  );
}
