import type { Metadata } from 'next';
import { joinFromForm } from '@/app/account-actions';
import { NewPasswordForm } from '@/components/account/new-password-form';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { perform } from '@/lib/server/http/perform';
import { readInvitation } from '@/lib/server/verbs/invitations';

export const metadata: Metadata = { title: 'Choose a password', robots: { index: false, follow: false } };

/** Where the link of an invitation leads. */
export default async function JoinPage({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[] }>;
}) {
  const code = [(await searchParams).code].flat()[0] ?? '';
  const { email } = await perform(readInvitation, { code });
  return (
    <div className="mx-auto max-w-100">
      <PageHead title="Choose a password" about={`For the account ${email}. You are signed in then.`} />
      <Panel className="mt-5 p-5">
        <NewPasswordForm act={joinFromForm} button="Choose and sign in" email={email} code={code} />
      </Panel>
    </div>
  );
}
