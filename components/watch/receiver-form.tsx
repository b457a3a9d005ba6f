'use client';

import { useActionState } from 'react';
import { type FormAction, typedIn } from '@/components/ui/form-answer';
import { MadeOnce } from '@/components/ui/made-once';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { WAY_WORDS } from './way-words';

interface ReceiverFormProps {
  add: FormAction;
  /** Whether there is a server for mail. */
  canMail: boolean;
  /** Of this machine, for quiet hours. */
  timeZone: string;
}

/** Adds somebody, or a program, whom alerts are told. */
export function ReceiverForm({ add, canMail, timeZone }: ReceiverFormProps) {
  const [answer, action] = useActionState(add, null);
  const way = typedIn(answer, 'way') || (canMail ? 'mail' : 'webhook');
  return (
    <form id="receiver-form" action={action} className="grid gap-3">
      <Field label="Name" hint="Whom or what it reaches. Watches are given it by this name.">
        <Input name="name" required defaultValue={typedIn(answer, 'name')} maxLength={60} />
      </Field>
      <fieldset>
        <legend className="text-sm font-medium">By</legend>
        <div className="mt-1 grid gap-2 md:grid-cols-2">
          {Object.entries(WAY_WORDS).map(([value, { label, about }]) => (
            <Choice
              key={value}
              framed
              type="radio"
              name="way"
              value={value}
              label={label}
              about={value === 'mail' && !canMail ? 'Set MXPROOF_ALERT_MAIL_SERVER first.' : about}
              disabled={value === 'mail' && !canMail}
              defaultChecked={value === way}
            />
          ))}
        </div>
      </fieldset>
      <Field label="Address" hint="A mail address, or the URL that is called.">
        <Input exact name="address" required defaultValue={typedIn(answer, 'address')} />
      </Field>
      <Fold summary="Quiet hours …">
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <Field label="From">
            <Input name="quietFrom" type="time" defaultValue={typedIn(answer, 'quietFrom')} />
          </Field>
          <Field label="To">
            <Input name="quietTo" type="time" defaultValue={typedIn(answer, 'quietTo')} />
          </Field>
          <Field label="Time zone">
            <Input exact name="timeZone" defaultValue={typedIn(answer, 'timeZone') || timeZone} />
          </Field>
        </div>
        <p className="text-soft text-note mt-1">What happens within them is told when they end.</p>
      </Fold>
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      {answer?.kind === 'made' && (
        <MadeOnce
          text={answer.text}
          about="With this secret the program checks the signature of each request (Standard Webhooks). It is not shown again."
        />
      )}
      <Button className="justify-self-start">Add the receiver</Button>
    </form>
  );
}
