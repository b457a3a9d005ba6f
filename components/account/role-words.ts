import type { AccountRole } from '@/lib/account';

export const ROLE_WORD: Readonly<Record<AccountRole, string>> = {
  checker: 'Checker',
  operator: 'Operator',
  sender: 'Sender',
  admin: 'Admin',
};

/** What each may do, in a line. */
export const ROLE_ABOUT: Readonly<Record<AccountRole, string>> = {
  checker: 'starts checks, and sees their own',
  operator: 'sees and repeats everybody’s checks, reads messages as they came, uses controls',
  sender: 'starts checks, also such as send a message',
  admin: 'may do everything, here too',
};
