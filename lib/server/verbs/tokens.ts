import { z } from 'zod';
import { TOKEN_SCOPES } from '@/lib/account';
import { AppProblem } from '@/lib/problem';
import { newCheckId } from '@/lib/store/check-id';
import { hashOf, newTokenValue } from '../accounts/one-time';
import { note } from './note';
import { verb } from './verb';

const MAX_NAME = 60;

export const MakeToken = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'A token needs a name: what it is for.')
    .max(MAX_NAME, `A name may have at most ${MAX_NAME} characters.`)
    .regex(/^[^\p{C}"]*$/u, 'A name may not hold quotation marks, nor what cannot be seen.'),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1, 'Choose what the token may be used for.'),
});

/** By name; what they are worth is kept nowhere. */
export const listTokens = verb('administer', (_, _input: object, { store }) => store.tokens());

/** Makes a token. Returns its value, which nobody is told again. Throws `request-invalid` for a name that another one has. */
export const makeToken = verb(
  'administer',
  async (caller, { name, scopes }: z.infer<typeof MakeToken>, services): Promise<string> => {
    const value = newTokenValue();
    const token = { id: newCheckId(), name, scopes, createdAt: new Date(), createdBy: caller.who };
    if (!(await services.store.addToken(token, hashOf(value))))
      throw new AppProblem('request-invalid', { say: 'There is a token of this name already.' });
    await note(caller, 'token-made', name, services);
    return value;
  },
);

/** From now on it lets nobody in. Throws `token-not-found`. */
export const revokeToken = verb('administer', async (caller, { id }: { id: string }, services) => {
  const name = await services.store.removeToken(id);
  if (name === null) throw new AppProblem('token-not-found', { say: 'There is no such token.' });
  await note(caller, 'token-revoked', name, services);
});
