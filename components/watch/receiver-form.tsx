'use client';

import { useActionState } from 'react';
import { type FormAction, typedIn } from '@/components/ui/form-answer';
import { MadeOnce } from '@/components/ui/made-once';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { ReceiverWay } from '@/lib/watch/watch';
import { WAY_WORDS } from './way-words';

/** A receiver as it is now; times as they are typed, empty without quiet hours. */
interface KnownReceiver {
  id: string;
  name: string;
  way: ReceiverWay;
  /** Empty: it has none yet. */
  shownAddress: string;
  quietFrom: string;
  quietTo: string;
  timeZone: string | null;
}

interface ReceiverFormProps {
  act: FormAction;
  /** The one that is changed; null for a new one. */
  receiver: KnownReceiver | null;
  /** Whether there is a server for mail. */
  canMail: boolean;
  /** Of this machine, for quiet hours. */
  timeZone: string;
}

/** Adds somebody, or a program, whom alerts are told, or changes one. */
export function ReceiverForm({ act, receiver, canMail, timeZone }: ReceiverFormProps) {
  const [answer, action] = useActionState(act, null);
  const hasAddress = receiver !== null && receiver.shownAddress !== '';
  const hasMail = canMail || receiver?.way === 'mail';
  const way = typedIn(answer, 'way') || (receiver?.way ?? (canMail ? 'mail' : 'webhook'));
  const valueOf = (name: 'name' | 'quietFrom' | 'quietTo'): string =>
    answer?.kind === 'refused' ? typedIn(answer, name) : (receiver?.[name] ?? '');
  return (
    <form id={receiver ? `receiver-${receiver.id}` : 'receiver-form'} action={action} className="grid gap-3">
      {receiver && <input type="hidden" name="id" value={receiver.id} />}
      <Field label="Name" hint="Whom or what it reaches. Watches are given it by this name.">
        <Input name="name" required defaultValue={valueOf('name')} maxLength={60} />
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
              about={value === 'mail' && !hasMail ? 'Set MXPROOF_ALERT_MAIL_SERVER first.' : about}
              disabled={value === 'mail' && !hasMail}
              defaultChecked={value === way}
            />
          ))}
        </div>
      </fieldset>
      <Field
        label="Address"
        hint={
          hasAddress
            ? `Empty: it stays ${receiver.shownAddress}`
            : 'A mail address, or the URL that is called.'
        }
      >
        <Input exact name="address" required={!hasAddress} defaultValue={typedIn(answer, 'address')} />
      </Field>
      <Fold summary="Quiet hours …" open={valueOf('quietFrom') !== '' || valueOf('quietTo') !== ''}>
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <Field label="From">
            <Input name="quietFrom" type="time" defaultValue={valueOf('quietFrom')} />
          </Field>
          <Field label="To">
            <Input name="quietTo" type="time" defaultValue={valueOf('quietTo')} />
          </Field>
          <Field label="Time zone">
            <Input
              exact
              name="timeZone"
              defaultValue={typedIn(answer, 'timeZone') || (receiver?.timeZone ?? timeZone)}
            />
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
      <Button className="justify-self-start">{receiver ? 'Change' : 'Add the receiver'}</Button>
    </form>
  );
}
