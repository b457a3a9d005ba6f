import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { signInFromForm } from '@/app/account-actions';
import { PasskeyButton } from '@/components/account/passkey-button';
import { SignInForm } from '@/components/account/sign-in-form';
import { Alert } from '@/components/ui/alert';
import { AnchorButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { pathToReturnTo } from '@/lib/server/http/return-path';
import { ownLink } from '@/lib/own-link';
import { whoAsks } from '@/lib/server/http/perform';
import { provider, signInWay } from '@/lib/server/http/sign-in-way';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false, follow: false } };

const UNVERIFIED = 'The provider does not say that it has verified this address.';
const SILENT =
  'The provider does not answer, or not as it should. Please try again later, or sign in another way.';

/** Why the provider's sign-in came to nothing, in better-auth's words and in ours. */
const PROBLEMS = new Map([
  ['email_not_verified', UNVERIFIED],
  ['account_not_linked', UNVERIFIED],
  ['email_not_found', 'The provider does not say which mail address you have.'],
  [
    'account_of_another',
    'The account of this address belongs to another sign-in. Whoever runs mxproof can hand it over to you by inviting you.',
  ],
  ['provider', SILENT],
  ['invalid_code', SILENT],
  ['unable_to_get_user_info', SILENT],
  ['unable_to_create_user', 'You have no account here. Whoever runs mxproof can invite you.'],
  ['access_denied', 'The provider did not let you in.'],
]);

interface Props {
  searchParams: Promise<{ to?: string | string[]; error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  if ((await signInWay()) !== 'accounts') notFound();
  const asked = await searchParams;
  const to = pathToReturnTo([asked.to].flat()[0]);
  if ((await whoAsks()).account !== null) redirect(ownLink(to));
  const error = [asked.error].flat()[0];
  const other = provider();
  return (
    <div className="mx-auto max-w-100">
      <PageHead title="Sign in" about="The link of a check or of a mail opens without." />
      {error !== undefined && (
        <Alert className="mt-4">
          {PROBLEMS.get(error) ?? 'The sign-in did not come to its end. Please try again.'}
        </Alert>
      )}
      <Panel className="mt-5 p-5">
        <SignInForm signIn={signInFromForm} to={to} />
      </Panel>
      <div className="mt-5 flex flex-wrap items-start gap-3">
        <PasskeyButton what="sign-in" to={to} label="Sign in with a passkey" />
        {other !== null && (
          <AnchorButton href={ownLink(`/sign-in/provider?to=${encodeURIComponent(to)}`)}>
            {`Sign in with ${other}`}
          </AnchorButton>
        )}
      </div>
    </div>
  );
}
