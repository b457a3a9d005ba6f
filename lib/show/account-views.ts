import type { AccountRole } from '@/lib/account';

/** Somebody who may sign in, as pages show it; times in ISO 8601. */
export interface Account {
  id: string;
  email: string;
  role: AccountRole | null;
  signedInAt: string | null;
}
