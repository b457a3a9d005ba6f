import { z } from 'zod';
import { MAX_PASSWORD, MIN_PASSWORD } from '../accounts/constants';

/** A password to be chosen: its length is asked of it, and no kinds of signs (NIST SP 800-63B-4 §3.1.1.2). */
export const NewPassword = z
  .string()
  .min(MIN_PASSWORD, `A password has at least ${MIN_PASSWORD} characters: some words, for example.`)
  .max(MAX_PASSWORD, `A password has at most ${MAX_PASSWORD} characters.`);
