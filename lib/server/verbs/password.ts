import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { MAX_PASSWORD, MIN_PASSWORD } from '../accounts/constants';
import { whyGuessable } from '../accounts/guessable';
import type { Services } from '../engine/services';

/** A password to be chosen: its length is asked of it, and no kinds of signs (NIST SP 800-63B-4 §3.1.1.2). */
export const NewPassword = z
  .string()
  .min(MIN_PASSWORD, `A password has at least ${MIN_PASSWORD} characters: some words, for example.`)
  .max(MAX_PASSWORD, `A password has at most ${MAX_PASSWORD} characters.`);

/** Throws `request-invalid` for a password that is tried first by whoever wants to get into the account of this address. */
export async function refuseGuessable(
  { email, password }: { email: string; password: string },
  { accounts }: Pick<Services, 'accounts'>,
): Promise<void> {
  const why = await whyGuessable(password, [email, new URL(accounts.url).hostname]);
  if (why === null) return;
  const say = `This password is easy to guess, because ${why}; take some words that do not belong together.`;
  throw new AppProblem('request-invalid', { say });
}
