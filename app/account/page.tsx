import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import {
  changePasswordFromForm,
  endOwnSessionsFromForm,
  removePasskeyFromForm,
  signOutFromForm,
} from '@/app/account-actions';
import { NewPasswordForm } from '@/components/account/new-password-form';
import { PasskeyButton } from '@/components/account/passkey-button';
import { AnchorButton } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';
import { EntryRow, Panel, PanelNote } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { Section } from '@/components/ui/section';
import { ownLink } from '@/lib/own-link';
import { perform, permissions, whoAsks } from '@/lib/server/http/perform';
import { signInWay } from '@/lib/server/http/sign-in-way';
import { getOwnAccount } from '@/lib/server/verbs/own-account';

export const metadata: Metadata = { title: 'Your account', robots: { index: false, follow: false } };

export default async function AccountPage() {
  if ((await signInWay()) !== 'accounts') notFound();
  if ((await whoAsks()).account === null) redirect(ownLink('/sign-in?to=/account'));
  const { email, hasPassword, passkeys, sessions } = await perform(getOwnAccount, {});
  const may = await permissions();
  return (
    <>
      <PageHead title={email} mono>
        <div className="mt-4 flex flex-wrap gap-3">
          <PressForm act={signOutFromForm} label="Sign out" />
          {may('administer') && <AnchorButton href="/settings">Settings</AnchorButton>}
        </div>
      </PageHead>
      <Section id="passkeys" title="Passkeys" about="a device signs you in, without a password">
        {passkeys.length > 0 && (
          <Panel as="ul" className="mb-3">
            {passkeys.map(({ id, name, createdAt }) => (
              <EntryRow key={id}>
                <span>{name ?? 'Passkey'}</span>
                {createdAt && (
                  <span className="text-soft text-note">
                    added <LocalTime iso={createdAt.toISOString()} />
                  </span>
                )}
                <PressForm
                  act={removePasskeyFromForm}
                  label="Remove"
                  field={{ name: 'id', value: id }}
                  className="ml-auto"
                />
              </EntryRow>
            ))}
          </Panel>
        )}
        <PasskeyButton what="add" to="/account" label="Add a passkey" />
      </Section>
      <Section id="sessions" title="Signed in" about="each browser, for fourteen days">
        <Panel as="ul">
          {sessions.map(({ id, createdAt, address, browser, isThis }) => (
            <EntryRow key={id}>
              <span className="min-w-0 grow wrap-anywhere">
                {browser ?? 'A browser that does not say what it is'}
                <span className="text-soft text-note block">
                  since <LocalTime iso={createdAt.toISOString()} />
                  {address !== null && `, from ${address}`}
                </span>
              </span>
              {isThis ? (
                <span className="text-note font-medium">this one</span>
              ) : (
                <PressForm act={endOwnSessionsFromForm} label="Sign out" field={{ name: 'id', value: id }} />
              )}
            </EntryRow>
          ))}
        </Panel>
        {sessions.length > 1 && (
          <PressForm act={endOwnSessionsFromForm} label="Sign out everywhere else" className="mt-3" />
        )}
      </Section>
      <Section id="password" title="Password">
        {hasPassword ? (
          <Fold summary="Change the password …">
            <Panel className="mt-2 max-w-110 p-5">
              <NewPasswordForm act={changePasswordFromForm} button="Change" email={email} withFormer />
            </Panel>
          </Fold>
        ) : (
          <PanelNote>You sign in without one. An admin can make you a link to choose one.</PanelNote>
        )}
      </Section>
    </>
  );
}
