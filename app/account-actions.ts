'use server';

import type { FormAnswer } from '@/components/ui/form-answer';
import { pathToReturnTo } from '@/lib/server/http/return-path';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { signIn, signInByNew, signOut } from '@/lib/server/http/sign-in';
import {
  AcceptInvitation,
  acceptInvitation,
  Invite,
  invite,
  withdrawInvitation,
} from '@/lib/server/verbs/invitations';
import { ChangeRole, changeRole, endAllSessions, removeAccount } from '@/lib/server/verbs/manage-accounts';
import {
  ChangePassword,
  changePassword,
  endOwnSessions,
  removePasskey,
} from '@/lib/server/verbs/own-account';
import { chooseNone, MakeFirstAccount, makeFirstAccount } from '@/lib/server/verbs/set-up';
import { MakeToken, makeToken, revokeToken } from '@/lib/server/verbs/tokens';
import { made, read, text, unlessDone, unlessRefused } from './form-result';

/** Leads to where somebody wanted to be. */
export async function signInFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const email = text(form, 'email');
  const refused = await unlessDone(() => signIn({ email, password: text(form, 'password') }), { email });
  return refused ?? leadTo(pathToReturnTo(text(form, 'to')));
}

export async function signOutFromForm(): Promise<void> {
  await signOut();
  return leadTo('/');
}

/** Whoever was invited chooses a password, and is signed in by it. */
export async function joinFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const password = text(form, 'password');
  const refused = await unlessDone(async () => {
    const asked = read(AcceptInvitation, { code: text(form, 'code'), password });
    await signInByNew({ email: await perform(acceptInvitation, asked), password });
  });
  return refused ?? leadTo('/');
}

/** The first account, which is an admin's. */
export async function setUpFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const [email, password] = [text(form, 'email'), text(form, 'password')];
  const refused = await unlessDone(
    async () => {
      const asked = read(MakeFirstAccount, { code: text(form, 'code') || null, email, password });
      await signInByNew({ email: await perform(makeFirstAccount, asked), password });
    },
    { email },
  );
  return refused ?? leadTo('/settings');
}

export async function chooseNoneFromForm(): Promise<void> {
  await perform(chooseNone, {});
  return leadTo('/');
}

export async function inviteFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const email = text(form, 'email');
  return made(() => perform(invite, read(Invite, { email, role: text(form, 'role') || null })), { email });
}

export async function withdrawFromForm(form: FormData): Promise<void> {
  await done(perform(withdrawInvitation, { email: text(form, 'email') }));
}

export async function changeRoleFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const asked = { id: text(form, 'id'), role: text(form, 'role') || null };
  return (await unlessDone(() => perform(changeRole, read(ChangeRole, asked)))) ?? leadTo('/settings');
}

export async function removeAccountFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return (await unlessDone(() => perform(removeAccount, { id: text(form, 'id') }))) ?? leadTo('/settings');
}

export async function endAllSessionsFromForm(form: FormData): Promise<void> {
  await done(perform(endAllSessions, { id: text(form, 'id') }));
}

export async function makeTokenFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const [name, scopes] = [text(form, 'name'), form.getAll('scopes')];
  return made(() => perform(makeToken, read(MakeToken, { name, scopes })), { name });
}

export async function revokeTokenFromForm(form: FormData): Promise<void> {
  await done(perform(revokeToken, { id: text(form, 'id') }));
}

/** Every browser of the account has to sign in again but this one. */
export async function changePasswordFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const password = text(form, 'password');
  const refused = await unlessDone(async () => {
    const asked = read(ChangePassword, { former: text(form, 'former'), password });
    await signInByNew({ email: await perform(changePassword, asked), password });
  });
  return refused ?? leadTo('/account');
}

export async function endOwnSessionsFromForm(form: FormData): Promise<void> {
  await perform(endOwnSessions, { only: text(form, 'id') || null });
  return leadTo('/account');
}

export async function removePasskeyFromForm(form: FormData): Promise<void> {
  await perform(removePasskey, { id: text(form, 'id') });
  return leadTo('/account');
}

/** Of `/settings`: what was refused is seen there, since it does not change. */
async function done(work: Promise<unknown>): Promise<never> {
  await unlessRefused(work);
  return leadTo('/settings');
}
