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
import { Button, PageButton } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';
import { EntryRow, Panel, PanelNote } from '@/components/ui/panel';
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
      <PageHead title={email} mono about={undefined}>
        <div className="mt-4 flex flex-wrap gap-3">
          <form action={signOutFromForm}>
            <Button>Sign out</Button>
          </form>
          {may('administer') && <PageButton href="/settings">Settings</PageButton>}
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
                <form action={removePasskeyFromForm} className="ml-auto">
                  <input type="hidden" name="id" value={id} />
                  <Button>Remove</Button>
                </form>
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
                <form action={endOwnSessionsFromForm}>
                  <input type="hidden" name="id" value={id} />
                  <Button>Sign out</Button>
                </form>
              )}
            </EntryRow>
          ))}
        </Panel>
        {sessions.length > 1 && (
          <form action={endOwnSessionsFromForm} className="mt-3">
            <Button>Sign out everywhere else</Button>
          </form>
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
