'use client';

import { useActionState } from 'react';
import type { AccountRole } from '@/lib/account';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import { PressForm } from '@/components/ui/press-form';
import { PanelRow, RowEnd } from '@/components/ui/panel';
import type { FormAction } from '@/components/ui/form-answer';
import { NewLinkForm } from './invite-form';
import { RoleChoice } from './role-choice';
import { ROLE_WORD } from './role-words';

interface AccountActions {
  invite: FormAction;
  changeRole: FormAction;
  remove: FormAction;
  endSessions: (form: FormData) => Promise<void>;
}

interface AccountPanelProps {
  /** `signedInAt` in ISO 8601; null: no browser is signed in. */
  account: { id: string; email: string; role: AccountRole | null; signedInAt: string | null };
  /** What everybody is who signs in. */
  common: AccountRole;
  actions: AccountActions;
}

/** An account, with what an admin may do to it folded away. */
export function AccountPanel({ account, common, actions }: AccountPanelProps) {
  const { id, email, role, signedInAt } = account;
  const [changed, changeRole] = useActionState(actions.changeRole, null);
  const [removed, remove] = useActionState(actions.remove, null);
  const refused = [changed, removed].find((answer) => answer?.kind === 'refused');
  return (
    <PanelRow className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-mono text-sm wrap-anywhere">{email}</span>
        <span className="text-note font-medium">{ROLE_WORD[role ?? common]}</span>
        <RowEnd>
          {signedInAt === null ? (
            'not signed in'
          ) : (
            <>
              signed in <LocalTime iso={signedInAt} />
            </>
          )}
        </RowEnd>
      </p>
      {refused?.kind === 'refused' && <Alert className="mt-1 text-sm">{refused.say}</Alert>}
      <Fold className="mt-1" summary="Change">
        <div className="mt-2 grid gap-3">
          <form id={`role-${id}`} action={changeRole} className="flex flex-wrap items-center gap-3">
            <input type="hidden" name="id" value={id} />
            <RoleChoice chosen={role} common={common} />
            <Button>Change role</Button>
          </form>
          <NewLinkForm invite={actions.invite} id={id} email={email} />
          <PressForm
            act={actions.endSessions}
            label="Sign out everywhere"
            field={{ name: 'id', value: id }}
          />
          <PressForm
            id={`remove-${id}`}
            act={remove}
            label="Remove account"
            field={{ name: 'id', value: id }}
          />
        </div>
      </Fold>
    </PanelRow>
  );
}
