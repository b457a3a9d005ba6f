'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { AddressField } from './address-field';
import type { FormAction } from '@/components/ui/form-answer';
import { MadeOnce } from '@/components/ui/made-once';
import { RoleChoice } from './role-choice';
import type { AccountRole } from '@/lib/account';

/** Makes a link by which somebody chooses a password. */
export function InviteForm({ invite, common }: { invite: FormAction; common: AccountRole }) {
  const [answer, action] = useActionState(invite, null);
  return (
    <form id="invite-form" action={action} className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60">
          <AddressField answer={answer} />
        </div>
        <RoleChoice chosen={null} common={common} />
        <Button>Make a link</Button>
      </div>
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      {answer?.kind === 'made' && (
        <MadeOnce
          text={answer.text}
          about="Hand this link over: whoever opens it chooses the password, once and within three days. It is not shown again."
        />
      )}
    </form>
  );
}

/** The same for an account that is there: its password is replaced, and its passkeys are forgotten, when the link is used. */
export function NewLinkForm({ invite, id, email }: { invite: FormAction; id: string; email: string }) {
  const [answer, action] = useActionState(invite, null);
  return (
    <form id={`link-${id}`} action={action} className="grid gap-2">
      <input type="hidden" name="email" value={email} />
      <Button className="justify-self-start">Link for a new password</Button>
      {answer?.kind === 'made' && (
        <MadeOnce
          text={answer.text}
          about="Hand this link over: it replaces the password and forgets the passkeys, once and within three days. It is not shown again."
        />
      )}
    </form>
  );
}
