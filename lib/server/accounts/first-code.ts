import { ownLink } from '@/lib/own-link';
import type { CheckStore } from '@/lib/store/store';
import type { Access } from '../config/access';
import { log } from '../config/log';
import type { Accounts } from './accounts';
import { hashOf, newCode } from './one-time';

/** A code in the log, by which whoever runs mxproof makes the first account of an admin. */
export interface FirstCode {
  /** Whether it is the code, and still wanted. */
  opens(code: string): Promise<boolean>;
}

interface FirstCodeConfig {
  store: Pick<CheckStore, 'hasAdmin'>;
  accounts: Pick<Accounts, 'way'>;
  access: Pick<Access, 'admins' | 'oidc'>;
}

/**
 * Writes the code into the log when accounts are wanted and nobody can become an admin: none is one, and no variable names one whom the
 * provider lets in. It holds until the process ends.
 */
export async function createFirstCode({
  store,
  accounts,
  access: { admins, oidc },
}: FirstCodeConfig): Promise<FirstCode> {
  const code = newCode();
  const isNamed = oidc !== null && admins.some((name) => name.includes('@'));
  const isWanted = async () => accounts.way() === 'accounts' && !isNamed && !(await store.hasAdmin());
  if (await isWanted())
    log.warn(`there is no admin yet: make the first account at ${ownLink('/setup')}?code=${code}`);
  return {
    opens: async (text) => hashOf(text) === hashOf(code) && (await isWanted()),
  };
}
