import {
  changeRoleFromForm,
  endAllSessionsFromForm,
  inviteFromForm,
  removeAccountFromForm,
  withdrawFromForm,
} from '@/app/account-actions';
import { AccountPanel } from '@/components/account/account-panel';
import { InviteForm } from '@/components/account/invite-form';
import { ROLE_ABOUT, ROLE_WORD } from '@/components/account/role-words';
import { Facts } from '@/components/ui/facts';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import { EntryRow, Panel } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { Section } from '@/components/ui/section';
import { ACCOUNT_ROLES } from '@/lib/account';
import { perform } from '@/lib/server/http/perform';
import { commonRole } from '@/lib/server/http/sign-in-way';
import { listAccounts } from '@/lib/server/verbs/list-accounts';

/** Who may sign in, and who is invited. */
export async function Accounts() {
  const { accounts, invitations } = await perform(listAccounts, {});
  const common = commonRole();
  const actions = {
    invite: inviteFromForm,
    changeRole: changeRoleFromForm,
    remove: removeAccountFromForm,
    endSessions: endAllSessionsFromForm,
  };
  return (
    <Section id="accounts" title="Accounts">
      <Panel as="ul">
        {accounts.map(({ id, email, role, signedInAt }) => (
          <AccountPanel
            key={id}
            account={{ id, email, role, signedInAt: signedInAt?.toISOString() ?? null }}
            common={common}
            actions={actions}
          />
        ))}
      </Panel>
      {invitations.length > 0 && (
        <Panel as="ul" className="mt-3">
          {invitations.map(({ email, expiresAt }) => (
            <EntryRow key={email}>
              <span className="font-mono wrap-anywhere">{email}</span>
              <span className="text-soft text-note">
                has a link for a password until <LocalTime iso={expiresAt.toISOString()} />
              </span>
              <PressForm
                act={withdrawFromForm}
                label="Withdraw"
                field={{ name: 'email', value: email }}
                className="ml-auto"
              />
            </EntryRow>
          ))}
        </Panel>
      )}
      <Fold className="mt-3" summary="Invite somebody …">
        <Panel className="mt-2 p-5">
          <InviteForm invite={inviteFromForm} common={common} />
        </Panel>
      </Fold>
      <Fold className="mt-2" summary="What the roles are">
        <Panel className="mt-2">
          <Facts rows={ACCOUNT_ROLES.map((role) => [ROLE_WORD[role], ROLE_ABOUT[role]])} />
        </Panel>
      </Fold>
    </Section>
  );
}
