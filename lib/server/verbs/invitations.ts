import { z } from 'zod';
import { ACCOUNT_ROLES } from '@/lib/account';
import { ownLink } from '@/lib/own-link';
import { AppProblem } from '@/lib/problem';
import { hashOf, newCode } from '../accounts/one-time';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { note } from './note';
import { NewPassword, refuseGuessable } from './password';
import { verb } from './verb';

const DAYS = 3;
const DAY_MS = 24 * 3600 * 1000;

/** RFC 5321 §4.5.3.1.3 leaves an address 254 octets. */
export const AccountAddress = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('An account has a mail address as its name; no mail is sent to it.').max(254));

export const Invite = z.strictObject({
  email: AccountAddress,
  role: z.enum(ACCOUNT_ROLES, `A role is one of ${ACCOUNT_ROLES.join(', ')}.`).nullable(),
});

/**
 * Lets somebody choose a password, once and within three days; whoever has an account keeps it as it is until then. Returns the
 * address of the page for it, which is told nobody again: no mail is sent. Throws `request-invalid` where people do not sign in by
 * accounts.
 */
export const invite = verb(
  'administer',
  async (caller, asked: z.infer<typeof Invite>, services): Promise<string> => {
    if (services.accounts.way() !== 'accounts')
      throw new AppProblem('request-invalid', { say: 'People do not sign in by accounts here.' });
    return (await makeInvitation(caller, asked, services.accounts.url, services)).link;
  },
);

/** The link of a new invitation below `origin`, and until when it leads to a password; written down as done by `who`. */
export async function makeInvitation(
  who: Pick<Caller, 'who' | 'ip'>,
  { email, role }: z.infer<typeof Invite>,
  origin: string,
  { store }: Pick<Services, 'store'>,
): Promise<{ link: string; expiresAt: Date }> {
  const [code, createdAt] = [newCode(), new Date()];
  const expiresAt = new Date(createdAt.getTime() + DAYS * DAY_MS);
  await store.invite({ hash: hashOf(code), email, role, createdAt, expiresAt });
  await note(who, 'account-invited', role === null ? email : `${email} as ${role}`, { store });
  return { link: `${origin}${ownLink('/join')}?code=${code}`, expiresAt };
}

/** Throws `invitation-not-found`. */
export const withdrawInvitation = verb(
  'administer',
  async (caller, { email }: { email: string }, services) => {
    if (!(await services.store.withdrawInvitation(email))) throw noInvitation();
    await note(caller, 'invitation-withdrawn', email, services);
  },
);

/** Whom an invitation is for. Throws `invitation-not-found` for one that does not exist, was used, or has run out. */
export const readInvitation = verb('read', async (_, { code }: { code: string }, { store }) => {
  const found = await store.readInvitation(hashOf(code), new Date());
  if (found === null) throw noInvitation();
  return { email: found.email, expiresAt: found.expiresAt };
});

export const AcceptInvitation = z.strictObject({ code: z.string(), password: NewPassword });

/** Gives whoever was invited their account, or their new password. Returns the address. Throws `invitation-not-found`, and `request-invalid` for a password that is easy to guess. */
export const acceptInvitation = verb(
  'read',
  async (caller, { code, password }: z.infer<typeof AcceptInvitation>, services): Promise<string> => {
    const [hash, now] = [hashOf(code), new Date()];
    const found = await services.store.readInvitation(hash, now);
    if (found !== null) await refuseGuessable({ email: found.email, password }, services);
    const taken = await services.store.takeInvitation(hash, now);
    if (taken === null) throw noInvitation();
    const { email, role } = taken;
    await services.accounts.setPassword({ email, role, password, forgetsPasskeys: true });
    await note({ ...caller, who: email }, 'password-chosen', email, services);
    return email;
  },
);

function noInvitation(): AppProblem {
  return new AppProblem('invitation-not-found', {
    say: 'This invitation was used, has run out, or was withdrawn. Whoever runs mxproof can make another one.',
  });
}
