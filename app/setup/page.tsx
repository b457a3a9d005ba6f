import type { Metadata } from 'next';
import Link from 'next/link';
import { chooseNoneFromForm, setUpFromForm } from '@/app/account-actions';
import { NewPasswordForm } from '@/components/account/new-password-form';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { PageHead } from '@/components/ui/page-head';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { getSetUp } from '@/lib/server/verbs/set-up';

export const metadata: Metadata = { title: 'Who signs in', robots: { index: false, follow: false } };

const PROXY = `MXPROOF_TRUSTED_PROXIES=127.0.0.1/32
MXPROOF_TRUSTED_HEADER=X-Remote-User
MXPROOF_HOSTS=mxproof.example.org
MXPROOF_ADMINS=ada`;

/** The first run: three ways to sign in, of which one is chosen. */
export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[] }>;
}) {
  const code = [(await searchParams).code].flat()[0] ?? null;
  const { way, isChosen, mayBegin } = await perform(getSetUp, { code });
  if (!mayBegin) return <Closed isDone={way !== 'none'} />;
  if (way === 'accounts')
    return (
      <div className="mx-auto max-w-100">
        <PageHead
          title="The first account"
          about="It is an admin’s. You are signed in then, and invite others."
        />
        <Panel className="mt-5 p-5">
          <NewPasswordForm act={setUpFromForm} button="Make the account" email={null} code={code} />
        </Panel>
      </div>
    );
  return (
    <>
      <PageHead
        title="Who signs in?"
        about="mxproof connects to servers that people name, and shows what they say. Choose who may use it. Whoever has the link of a check reads that check, whatever you choose."
      />
      <Section id="none" title="Nobody" about="for yourself on this machine">
        <Panel className="grid gap-3 p-5">
          <p className="max-w-text text-sm">
            Whoever sits at this machine may do everything. Whoever gets in from elsewhere, through a proxy
            for example, may start checks. You can change your mind here at any time.
          </p>
          {isChosen ? (
            <p className="text-soft text-sm">This is how it is now.</p>
          ) : (
            <form action={chooseNoneFromForm}>
              <Button>Leave it like this</Button>
            </form>
          )}
        </Panel>
      </Section>
      <Section id="proxy" title="A proxy signs people in" about="where you have single sign-on already">
        <Panel className="grid gap-3 p-5">
          <p className="max-w-text text-sm">
            Set these, with your own names, and start mxproof again. The proxy tells in the header who is
            signed in; mxproof believes no other sender of it.
          </p>
          <div>
            <pre className="text-note overflow-x-auto font-mono">{PROXY}</pre>
            <CopyButton source={{ before: true }} label="Copy" quiet />
          </div>
        </Panel>
      </Section>
      <Section
        id="accounts"
        title="Accounts of its own"
        about="password or passkey, and OpenID Connect if you like"
      >
        <Panel className="grid gap-3 p-5">
          <p className="max-w-text text-sm">
            Make the first account, which is an admin’s; it invites the others. From then on everybody signs
            in, also on this machine.
          </p>
          <div className="max-w-100">
            <NewPasswordForm act={setUpFromForm} button="Make the first account" email={null} />
          </div>
        </Panel>
      </Section>
    </>
  );
}

function Closed({ isDone }: { isDone: boolean }) {
  return (
    <>
      <PageHead title="Who signs in" />
      <PanelNote className="mt-4">
        {isDone ? (
          <>
            This was decided: people sign in. The first account needs the link that mxproof has written into
            its log; others are made under <Link href="/settings">Settings</Link>.
          </>
        ) : (
          'This is decided by whoever sits at the machine on which mxproof runs.'
        )}
      </PanelNote>
    </>
  );
}
